using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Training;

/// <summary>A small classification that every test of training uses: 10 samples, so that batches of 4 leave a rest of 2.</summary>
internal static class TrainingCases
{
    public const int SampleCount = 10;
    public const int BatchSize = 4;
    public const int MinibatchesPerEpoch = 3;

    public static readonly NetworkSpec Spec = new(
        Shape.Vector(2),
        Loss.BinaryCrossEntropy,
        new DenseSpec(5),
        new ActivationSpec(Activation.Tanh),
        new DenseSpec(1)
    );

    public static readonly SampleSet Samples = DrawSamples();

    public static TextbookRunner Runner(OptimizerSpec optimizer, int batchSize = BatchSize) =>
        new(Spec, new TrainingSettings(optimizer, batchSize, L2: 0.001), Samples, Initialiser.Parameters(Spec, seed: 3));

    public static Trainer Trainer(OptimizerSpec optimizer, int seed = 1, int batchSize = BatchSize) =>
        new(Runner(optimizer, batchSize), SampleCount, seed);

    public static async Task<float[]> ParametersOf(Trainer trainer) => (await trainer.CopyAsync()).State.Parameters;

    private static SampleSet DrawSamples()
    {
        SeededRandom random = new(seed: 11);
        float[] inputs = [.. Enumerable.Range(0, 2 * SampleCount).Select(_ => (float)random.NextNormal())];
        return SampleSet.OfClasses(Shape.Vector(2), inputs, [0, 1, 1, 0, 1, 0, 0, 1, 1, 0]);
    }
}
