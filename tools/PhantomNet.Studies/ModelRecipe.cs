using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Studies;

/// <summary>All that decides the model that comes with the course.</summary>
/// <param name="Set">The patients and their images.</param>
/// <param name="Training">How each update is made.</param>
/// <param name="Epochs">Times through the training patients.</param>
/// <param name="Seed">Decides the first weights and the order of the samples.</param>
internal sealed record ModelRecipe(PhantomSetSettings Set, TrainingSettings Training, int Epochs, int Seed)
{
    /// <summary>The chance with which each element that was flattened drops out in training.</summary>
    public const double Dropout = 0.3;

    /// <summary>Three blocks of convolution, ReLU and pooling, then flatten, linear and output: the thirteen stages of step 9.</summary>
    public static NetworkSpec Spec { get; } = Made(dropout: 0);

    /// <summary>The same as it is trained; dropout has no parameters, and does nothing to a network in use.</summary>
    public static NetworkSpec TrainingSpec { get; } = Made(Dropout);

    public static ModelRecipe Full { get; } =
        new(
            new PhantomSetSettings
            {
                Seed = 9,
                NoiseSeed = 9,
                TrainingCount = 6000,
                ValidationCount = 800,
                TestCount = 1000,
            },
            new TrainingSettings(new Adam(1e-3), BatchSize: 32, L2: 1e-4, DropoutSeed: 9),
            Epochs: 30,
            Seed: 9
        );

    /// <summary>The same on a few patients, to see that it works and that it comes out the same again.</summary>
    public static ModelRecipe Short { get; } =
        Full with
        {
            Set = Full.Set with { TrainingCount = 400, ValidationCount = 100, TestCount = 100 },
            Epochs = 2,
        };

    private static NetworkSpec Made(double dropout) =>
        new(
            new Shape(1, 64, 64),
            Loss.SoftmaxCrossEntropy,
            [
                .. ThreeBlocks.Layers,
                new FlattenSpec(),
                .. dropout > 0 ? new LayerSpec[] { new DropoutSpec(dropout) } : [],
                new DenseSpec(32),
                new ActivationSpec(Activation.ReLU),
                new DenseSpec(2),
            ]
        );
}
