using FsCheck;
using FsCheck.Fluent;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Reference;

/// <summary>
/// Random networks for FsCheck: 0 to 3 hidden layers of 1 to 9 units, every activation that trains, every loss, batches of 1 to
/// 8, samples that are vectors or small images, which some networks convolve and pool first.
/// </summary>
public static class NetworkCases
{
    /// <summary>
    /// The least distance of every rectifier's pre-activation from its corner, and of a pool's winner from the second. A finite-difference step of 1e-5 moves a
    /// pre-activation here by less than a hundred times as much, and float32 misplaces it by far less.
    /// </summary>
    public const double CornerMargin = 1e-3;

    private const int Attempts = 200;

    private static readonly Activation[] _trainable =
    [
        Activation.Identity,
        Activation.Sigmoid,
        Activation.Tanh,
        Activation.ReLU,
        Activation.LeakyReLU,
    ];

    /// <summary>What FsCheck asks for.</summary>
    public static Arbitrary<NetworkCase> Case() => Generator().ToArbitrary();

    private static Gen<NetworkCase> Generator() =>
        from spec in Spec()
        from batch in Gen.Choose(1, spec.Input.Height < 6 ? 8 : 2) // finite differences of images take their time
        from seed in Gen.Choose(0, int.MaxValue)
        select Draw(spec, batch, seed);

    private static Gen<NetworkSpec> Spec() =>
        from loss in Gen.Elements(Loss.BinaryCrossEntropy, Loss.SoftmaxCrossEntropy, Loss.MeanSquaredError)
        from depth in Gen.Choose(0, 3)
        from widths in Gen.Choose(1, 9).ListOf(depth)
        from functions in Gen.Elements(_trainable).ListOf(depth)
        from outputs in loss switch
        {
            Loss.BinaryCrossEntropy => Gen.Constant(1),
            Loss.SoftmaxCrossEntropy => Gen.Choose(2, 9),
            _ => Gen.Choose(1, 9),
        }
        from last in loss == Loss.MeanSquaredError ? Gen.Elements(_trainable) : Gen.Constant(Activation.Identity)
        from input in Gen.OneOf(Gen.Choose(1, 9).Select(Shape.Vector), Image(), Gen.Constant(new Shape(1, 6, 5)))
        from filters in Gen.Choose(1, 3)
        from stride in Gen.Choose(1, 2)
        from padding in Gen.Elements(Padding.Valid, Padding.Same, Padding.Of(2))
        from function in Gen.Elements(_trainable)
        from pool in Gen.Elements<LayerSpec>(new MaxPoolingSpec(2), new MaxPoolingSpec(2, 1), new AveragePoolingSpec(2))
        let front = input.Height < 6
            ? []
            : new LayerSpec[]
            {
                new ConvolutionSpec(filters, 3, stride, padding),
                pool,
                new ActivationSpec(function),
                new ConvolutionSpec(2, 2, 1, Padding.Of(1)),
            }
        select new NetworkSpec(input, loss, [.. front, .. Layers(input, widths, functions, outputs, last)]);

    private static Gen<Shape> Image() =>
        from channels in Gen.Choose(1, 2)
        from height in Gen.Choose(1, 3)
        from width in Gen.Choose(2, 3)
        select new Shape(channels, height, width);

    private static IEnumerable<LayerSpec> Layers(
        Shape input,
        IEnumerable<int> widths,
        IEnumerable<Activation> functions,
        int outputs,
        Activation last
    )
    {
        if (!input.IsVector)
        {
            yield return new FlattenSpec();
        }

        foreach ((int units, Activation function) in widths.Zip(functions))
        {
            yield return new DenseSpec(units);
            yield return new ActivationSpec(function);
        }

        yield return new DenseSpec(outputs);
        yield return new ActivationSpec(last);
    }

    // A point at a corner has no gradient to compare, so such a draw is thrown away and the next one taken.
    private static NetworkCase Draw(NetworkSpec spec, int batch, int seed)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            SeededRandom random = new(seed, attempt);
            NetworkCase drawn = new(
                spec,
                Parameters(random, spec),
                Normals(random, batch * spec.Input.Length, 1),
                Targets(random, spec, batch),
                batch
            );
            if (drawn.DistanceFromCorners() > CornerMargin)
            {
                return drawn;
            }
        }

        throw new InvalidOperationException($"{Attempts} draws of {spec} all came within {CornerMargin} of a corner.");
    }

    // Of size 0.7, but smaller where many add up: roundings are judged beside numbers of size 1.
    private static float[] Parameters(SeededRandom random, NetworkSpec spec) =>
        [
            .. spec.ParameterBlocks()
                .SelectMany(block =>
                {
                    int fanIn = spec.Layers[block.Layer].FanIn(spec.InputOf(block.Layer));
                    return Normals(random, block.WeightCount + block.BiasCount, Math.Min(0.7, 2 / Math.Sqrt(fanIn)));
                }),
        ];

    private static float[] Targets(SeededRandom random, NetworkSpec spec, int batch) =>
        spec.Loss == Loss.MeanSquaredError
            ? Normals(random, batch * spec.Output.Length, 1)
            : [.. Enumerable.Range(0, batch).Select(_ => (float)random.NextInt(Math.Max(2, spec.Output.Length)))];

    private static float[] Normals(SeededRandom random, int count, double deviation) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(deviation * random.NextNormal()))];
}
