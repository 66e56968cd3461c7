using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;
using PhantomNet.Kernels.Measuring;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 4, its first half: the convolutions of case 1 by themselves, as a part of the peak measured beside them.</summary>
internal static class PartsRace
{
    private const int Samples = 4; // of one call
    private const double Ms = 150;
    private const double Least = 0.6;

    public static async Task<CaseResult> RunAsync(BenchCase given, IOurs ours)
    {
        MeasuredModule module = MeasuredModule.Compile(given.Spec, given.Settings, given.HeldCount, given.Use);
        await ours.LoadAsync(given);
        IReadOnlyList<Measurement> measured = await Race.RunAsync([
            .. Peaks(ours, Ms),
            .. module.Convolutions.Select(part => new Entrant(
                Name(part),
                "GFLOP/s",
                async () => 2.0 * Samples * part.Counted / await ours.TimeAsync(Ms, part.Export),
                $"{part.Computed:N0} multiply-adds computed, {part.Counted:N0} by the spec"
            )),
        ]);
        (measured, double peak) = WithPeak(measured);
        List<Goal> goals = [];
        List<string> checks = [];
        foreach (ConvolutionPart kind in Enum.GetValues<ConvolutionPart>())
        {
            MeasuredFunction[] parts = [.. module.Convolutions.Where(part => part.Part == kind)];
            // Nanoseconds of a sample, all layers.
            double time = parts.Sum(part =>
                2.0 * part.Counted / measured.First(one => one.Contestant == Name(part)).Median!.Value
            );
            double computed = 2.0 * parts.Sum(part => part.Computed) / time;
            double counted = 2.0 * parts.Sum(part => part.Counted) / time;
            goals.Add(
                new Goal(
                    $"convolutions of case 1, {Words(kind)}, by the spec's multiply-adds: part of the peak",
                    Least,
                    IsLeast: true,
                    counted / peak
                )
            );
            checks.Add(
                $"Convolutions of case 1, {Words(kind)}: {computed:F1} GFLOP/s by the multiply-adds computed ({computed / peak:P0} of "
                    + $"the peak of {peak:F1}), {counted:F1} by those that the spec counts ({counted / peak:P0})."
            );
        }

        return new CaseResult("4. Convolutions of case 1 alone", measured, checks, goals) { IsContest = false };
    }

    public static IEnumerable<Entrant> Peaks(IOurs ours, double ms) =>
        PeakModule.All.Select(module => new Entrant(
            PeakName(module),
            "GFLOP/s",
            async () => module.Operations * await ours.PeakAsync(ms, module) / 1e9
        ));

    /// <summary>The fastest of the forms tried, which stays; the others are left out.</summary>
    public static (IReadOnlyList<Measurement> Measured, double Peak) WithPeak(IReadOnlyList<Measurement> measured)
    {
        string[] names = [.. PeakModule.All.Select(PeakName)];
        Measurement peak = measured
            .Where(one => names.Contains(one.Contestant, StringComparer.Ordinal))
            .MaxBy(one => one.Median)!;
        Measurement[] others = [.. measured.Where(one => !names.Contains(one.Contestant, StringComparer.Ordinal))];
        string note = $"{peak.Contestant}, fastest of {names.Length} forms";
        return ([.. others, peak with { Contestant = "multiply-add peak", Note = note }], peak.Median!.Value);
    }

    private static string PeakName(PeakModule module) =>
        $"{module.Chains} sums {(module.TakesProducts ? "of products" : "times a number")}";

    private static string Name(MeasuredFunction part) => $"{part.Layer}, {Words(part.Part)}";

    private static string Words(ConvolutionPart part) =>
        part switch
        {
            ConvolutionPart.Forward => "forward",
            ConvolutionPart.InputGradient => "input gradient",
            _ => "weight gradient",
        };
}
