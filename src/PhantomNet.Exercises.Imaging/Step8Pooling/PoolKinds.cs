using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>The kinds as layers.</summary>
public static class PoolKinds
{
    /// <summary>As they are offered.</summary>
    public static IReadOnlyList<(PoolKind Kind, string Text)> Offered { get; } =
    [(PoolKind.Max, "Max"), (PoolKind.Average, "Average")];

    /// <summary>The engine's layer.</summary>
    public static LayerSpec Layer(this PoolKind kind, int window, int stride) =>
        kind == PoolKind.Max ? new MaxPoolingSpec(window, stride) : new AveragePoolingSpec(window, stride);
}
