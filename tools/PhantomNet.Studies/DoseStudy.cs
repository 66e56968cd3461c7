using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Studies;

/// <summary>How well a dense and a convolutional network tell pneumonia from normal as the dose falls: the table of docs/physics.md.</summary>
internal static class DoseStudy
{
    private const int Size = 32;
    private const int Epochs = 20;
    private static readonly double[] _mAs = [1, 1e-3, 1e-4, 1e-5, 3e-6, 1e-6];

    private static Shape Input => new(1, Size, Size);

    private static NetworkSpec Dense { get; } =
        new(
            Input,
            Loss.BinaryCrossEntropy,
            [new FlattenSpec(), new DenseSpec(32), new ActivationSpec(Activation.Tanh), new DenseSpec(1)]
        );

    private static NetworkSpec Convolutional { get; } =
        new(Input, Loss.BinaryCrossEntropy, [.. ThreeBlocks.Layers, new FlattenSpec(), new DropoutSpec(0.3), new DenseSpec(1)]);

    public static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("| mAs | open-beam quanta a pixel | dense, AUC | convolutional, AUC |");
        output.WriteLine("|---:|---:|---|---|");
        foreach (double mAs in _mAs)
        {
            PhantomSet set = PhantomSetBuilder.Make(
                new PhantomSetSettings
                {
                    TrainingCount = 4000,
                    ValidationCount = 600,
                    TestCount = 1200,
                    Technique = new RadiographSettings
                    {
                        Image = new ImageSettings(Size),
                        Detector = new DetectorSettings(MAs: mAs),
                    },
                }
            );
            double quanta = new Acquisition(set.Test.Settings[0], []).Open.QuantaPerPixel;
            string dense = await TrainAsync(Dense, set, learningRate: 3e-4, l2: 1e-2);
            string convolutional = await TrainAsync(Convolutional, set, learningRate: 2e-3, l2: 1e-4);
            output.WriteLine($"| {mAs} | {quanta:G3} | {dense} | {convolutional} |");
        }
    }

    private static async Task<string> TrainAsync(NetworkSpec spec, PhantomSet set, double learningRate, double l2)
    {
        TrainingSettings settings = new(new Adam(learningRate), BatchSize: 32, L2: l2, DropoutSeed: 1);
        (AucEstimate test, int epoch) = await Classifier.TrainAsync(spec, set, settings, Epochs, seed: 1);
        ConfidenceInterval interval = test.Interval();
        return $"{test.Area:F3} ({interval.Low:F3}–{interval.High:F3}), epoch {epoch}";
    }
}
