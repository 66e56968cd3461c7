using FsCheck;
using FsCheck.Fluent;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Reference;

/// <summary>
/// Random networks for FsCheck: 0 to 3 hidden layers of 1 to 9 units, every activation that trains, every loss, batches of 1 to
/// 8, samples that are vectors or small images.
/// </summary>
public static class NetworkCases
{
    /// <summary>
    /// The least distance of every rectifier's pre-activation from its corner. A finite-difference step of 1e-5 moves a
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
        from batch in Gen.Choose(1, 8)
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
        from input in Gen.OneOf(Gen.Choose(1, 9).Select(Shape.Vector), Image())
        select new NetworkSpec(input, loss, Layers(input, widths, functions, outputs, last));

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
                Normals(random, spec.ParameterCount, 0.7),
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

    private static float[] Targets(SeededRandom random, NetworkSpec spec, int batch) =>
        spec.Loss == Loss.MeanSquaredError
            ? Normals(random, batch * spec.Output.Length, 1)
            : [.. Enumerable.Range(0, batch).Select(_ => (float)random.NextInt(Math.Max(2, spec.Output.Length)))];

    private static float[] Normals(SeededRandom random, int count, double deviation) =>
        [.. Enumerable.Range(0, count).Select(_ => (float)(deviation * random.NextNormal()))];
}
