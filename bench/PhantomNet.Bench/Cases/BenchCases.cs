using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Bench.Cases;

/// <summary>The networks that are measured.</summary>
internal static class BenchCases
{
    private const int Batch = 32;
    private static readonly int[] _sizes = [28, 56, 84, 112, 168, 224];
    private static readonly int[] _filters = [8, 16, 32, 64];
    private static readonly int[] _batches = [4, 8, 16, 32, 64, 128, 256];

    /// <summary>A small convolutional network on 28 × 28 pixels.</summary>
    public static BenchCase Images { get; } =
        new("images", Small(28, 8), new TrainingSettings(new Momentum(0.01), Batch), 1024) { HasPeers = true };

    public static BenchCase Tanh { get; } = Plane("tanh", Activation.Tanh, 4, 2);

    public static BenchCase ReLU { get; } = Plane("relu", Activation.ReLU, 8, 8, 8);

    /// <summary>The course's network on 224 × 224 pixels, as step 9 shows it.</summary>
    public static BenchCase Course { get; } =
        new(
            "course",
            new NetworkSpec(
                new Shape(1, 224, 224),
                Loss.SoftmaxCrossEntropy,
                [
                    .. Block(32, Padding.Same),
                    .. Block(64, Padding.Same),
                    .. Block(128, Padding.Same),
                    new FlattenSpec(),
                    new DenseSpec(256),
                    new ActivationSpec(Activation.ReLU),
                    new DenseSpec(2),
                ]
            ),
            new TrainingSettings(new Sgd(0.01), 1),
            1
        )
        {
            PredictsAlone = true,
            HasPeers = true,
        };

    public static IEnumerable<BenchCase> Contested => [Images, Tanh, ReLU, Course];

    /// <summary>The network of images, larger and smaller.</summary>
    public static IEnumerable<GrowthCase> Growth =>
        [
            .. _sizes.Select(size => Grown(Series.ImageSize, size, size, 8, Batch)),
            .. _filters.Select(filters => Grown(Series.Filters, filters, 28, filters, Batch)),
            .. _batches.Select(batch => Grown(Series.Batch, batch, 28, 8, batch)),
        ];

    private static GrowthCase Grown(Series series, int value, int size, int filters, int batch) =>
        new(
            series,
            value,
            new BenchCase(
                $"growth-{series}-{value}",
                Small(size, filters),
                new TrainingSettings(new Momentum(0.001), batch),
                batch
            )
        );

    private static NetworkSpec Small(int size, int filters) =>
        new(
            new Shape(1, size, size),
            Loss.SoftmaxCrossEntropy,
            [.. Block(filters, Padding.Valid), .. Block(2 * filters, Padding.Valid), new FlattenSpec(), new DenseSpec(2)]
        );

    private static LayerSpec[] Block(int filters, Padding padding) =>
        [new ConvolutionSpec(filters, 3, 1, padding), new ActivationSpec(Activation.ReLU), new MaxPoolingSpec(2)];

    private static BenchCase Plane(string name, Activation function, params int[] widths) =>
        new(
            name,
            new NetworkSpec(
                Shape.Vector(2),
                Loss.BinaryCrossEntropy,
                [
                    .. widths.SelectMany(width => new LayerSpec[] { new DenseSpec(width), new ActivationSpec(function) }),
                    new DenseSpec(1),
                ]
            ),
            new TrainingSettings(new Sgd(0.03), 10),
            200
        )
        {
            HasPeers = true,
        };
}
