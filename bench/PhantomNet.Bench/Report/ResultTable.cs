using System.Globalization;

namespace PhantomNet.Bench.Report;

/// <summary>One table of everything, for a person.</summary>
internal static class ResultTable
{
    public static void Write(BenchResult result, TextWriter output)
    {
        output.WriteLine(
            $"{result.Where}; {result.Processor}, {result.Cores} cores; {result.System}; .NET {result.DotNet}; "
                + string.Join(", ", result.Versions.Select(version => $"{version.Key} {version.Value}"))
        );
        output.WriteLine();
        output.WriteLine("| case | who | median | least – most | ours to theirs |");
        output.WriteLine("|---|---|---:|---:|---:|");
        foreach (CaseResult one in result.Cases)
        {
            string title = one.Title;
            foreach (Measurement measurement in one.Measurements)
            {
                output.WriteLine($"| {title} | {Row(measurement, one)} |");
                title = "";
            }
        }

        output.WriteLine();
        output.WriteLine("| goal | wanted | reached | met |");
        output.WriteLine("|---|---:|---:|---|");
        foreach (Goal goal in result.Cases.SelectMany(one => one.Goals))
        {
            string met = goal.IsMet switch
            {
                true => "yes",
                false => "no",
                null => "not measured",
            };
            output.WriteLine(
                $"| {goal.Text} | {(goal.IsLeast ? "≥" : "≤")} {Number(goal.Wanted)} | "
                    + $"{(goal.Reached is { } reached ? Number(reached) : "–")} | {met} |"
            );
        }

        if (result.Growth.Count > 0)
        {
            WriteGrowth(result.Growth, output);
        }

        output.WriteLine();
        foreach (string check in result.Cases.SelectMany(one => one.Checks))
        {
            output.WriteLine($"- {check}");
        }
    }

    /// <summary>Three digits that count, and no more than are whole.</summary>
    public static string Number(double value)
    {
        int decimals = value == 0 ? 0 : Math.Clamp(2 - (int)Math.Floor(Math.Log10(Math.Abs(value))), 0, 4);
        return value.ToString(string.Create(CultureInfo.InvariantCulture, $"N{decimals}"), CultureInfo.InvariantCulture);
    }

    private static void WriteGrowth(IReadOnlyList<GrowthResult> growth, TextWriter output)
    {
        output.WriteLine();
        output.WriteLine("| 6. grows | to | multiply-adds of a sample | µs to train on it | ns for a multiply-add |");
        output.WriteLine("|---|---:|---:|---:|---:|");
        foreach (GrowthResult grown in growth)
        {
            output.WriteLine(
                $"| {grown.Series} | {grown.Value} | {grown.MultiplyAdds:N0} | {Number(grown.Median)} | "
                    + $"{Number(1000 * grown.Median / grown.MultiplyAdds)} |"
            );
        }
    }

    private static string Row(Measurement measurement, CaseResult one)
    {
        Measurement ours = one.Measurements[0];
        if (measurement.Median is not { } median)
        {
            return $"{measurement.Contestant} | – | {measurement.Note} | ";
        }

        string who = measurement.Contestant + (measurement.Note is { } note ? $" ({note})" : "");
        string range = $"{Number(measurement.Rounds.Min())} – {Number(measurement.Rounds.Max())}";
        bool isPeer = one.IsContest && measurement != ours && measurement.Unit == ours.Unit && ours.Median is not null;
        bool isRate = measurement.Unit.EndsWith("/s", StringComparison.Ordinal);
        double ratio = isPeer ? (isRate ? ours.Median!.Value / median : median / ours.Median!.Value) : 0;
        return $"{who} | {Number(median)} {measurement.Unit} | {range} | {(isPeer ? Number(ratio) + " ×" : "")}";
    }
}
