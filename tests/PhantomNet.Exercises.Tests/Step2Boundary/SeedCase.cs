using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

/// <summary>What a network of this size is held to on ten seeds.</summary>
/// <param name="Shape">The points.</param>
/// <param name="HiddenLayers">Number of hidden layers.</param>
/// <param name="Neurons">Neurons of each.</param>
/// <param name="Epochs">Accuracy is taken after the last of these, not at the best moment on the way.</param>
/// <param name="LeastPercent">Test accuracy that a good run reaches.</param>
/// <param name="LeastSeeds">Runs of ten that have to be good.</param>
internal sealed record SeedCase(
    PointShape Shape,
    int HiddenLayers,
    int Neurons,
    int Epochs,
    double LeastPercent,
    int LeastSeeds
)
{
    /// <summary>Seeds 1 to 10, each of both the points and the weights.</summary>
    public static IReadOnlyList<int> Seeds { get; } = [.. Enumerable.Range(1, 10)];

    /// <summary>The five of the step.</summary>
    public static IReadOnlyList<SeedCase> All { get; } =
    [
        new(PointShape.Linear, 0, 8, 300, 99, 10),
        new(PointShape.Circle, 1, 8, 300, 97, 9),
        new(PointShape.Moons, 1, 8, 300, 97, 9),
        new(PointShape.Xor, 1, 8, 300, 97, 9),
        new(PointShape.Spiral, 2, 16, 2000, 95, 9),
    ];

    /// <summary>Everything that isn't named is as the step starts with.</summary>
    public BoundaryState State(int seed) =>
        BoundaryState.Default with
        {
            Shape = Shape,
            HiddenLayers = HiddenLayers,
            Neurons = Neurons,
            PointSeed = seed,
            WeightSeed = seed,
        };
}
