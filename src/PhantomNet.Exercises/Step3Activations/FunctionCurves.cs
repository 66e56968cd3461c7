using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>The curves of the activations, all their values from the engine.</summary>
internal static class FunctionCurves
{
    private const int Points = 201;

    // Just right of the jump, to draw it as one.
    private const float AfterZero = 1e-6f;

    private static readonly Dictionary<Activation, ChartSeries> Large = All(ChartTone.Accent);
    private static readonly Dictionary<Activation, ChartSeries> Background = All(ChartTone.Faint);

    /// <summary>The chosen curve over the others.</summary>
    public static IEnumerable<ChartSeries> Of(Activation chosen) =>
        Background.Where(pair => pair.Key != chosen).Select(pair => pair.Value).Append(Large[chosen]);

    /// <summary>The curve alone.</summary>
    public static ChartSeries Alone(Activation function) => Large[function];

    /// <summary>The side axis on which a curve is shown whole: one for those that stay near 0 to 1, one for those that don't.</summary>
    public static ChartAxis YAxis(Activation function) =>
        function switch
        {
            Activation.Step or Activation.Sigmoid or Activation.Tanh => new("f(z)", -1.5, 1.5),
            Activation.Identity => new("f(z)", -5, 5),
            _ => new("f(z)", -1.5, 5),
        };

    private static Dictionary<Activation, ChartSeries> All(ChartTone tone) =>
        Enum.GetValues<Activation>().ToDictionary(function => function, function => Curve(function, tone));

    private static ChartSeries Curve(Activation function, ChartTone tone)
    {
        List<(double X, double Y)> points = [];
        foreach (float z in Grid.Even(-ActivationState.MaxZ, ActivationState.MaxZ, Points))
        {
            points.Add((z, function.Value(z)));
            if (z == 0 && function == Activation.Step)
            {
                points.Add((z, double.NaN));
                points.Add((AfterZero, function.Value(AfterZero)));
            }
        }

        return new(FunctionChoice.Title(function), points, tone);
    }
}
