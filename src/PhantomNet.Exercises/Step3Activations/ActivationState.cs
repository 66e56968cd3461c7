using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>What step 3 shows.</summary>
public sealed record ActivationState : IStepState<ActivationState>
{
    /// <summary>The sliders for z go from minus this to this.</summary>
    public const double MaxZ = 5;

    /// <summary>The same for the chain of ten layers.</summary>
    public const double MaxGradientZ = 10;

    /// <summary>The most linear layers.</summary>
    public const int MaxLayers = 100;

    /// <summary>The most hidden neurons of a fit.</summary>
    public const int MaxNeurons = 16;

    /// <summary>Seeds go from 1 to this.</summary>
    public const int MaxSeed = 999;

    /// <summary>The range of the weight between two of the ten layers.</summary>
    public const double MinWeight = 0.25;

    /// <summary>Its upper end.</summary>
    public const double MaxWeight = 4;

    /// <summary>The range of the learning rate.</summary>
    public const double MinRate = 0.001;

    /// <summary>Its upper end.</summary>
    public const double MaxRate = 1;

    /// <inheritdoc/>
    public static ActivationState Default { get; } = new();

    /// <summary>The chosen activation.</summary>
    public Activation Function { get; init; } = Activation.Sigmoid;

    /// <summary>Where it is looked at; hundredths.</summary>
    public double Z { get; init; }

    /// <summary>Whether it acts in the chain and in the hidden neurons.</summary>
    public bool On { get; init; } = true;

    /// <summary>Decides the weights of the hidden neurons.</summary>
    public int HiddenSeed { get; init; } = 1;

    /// <summary>How far the activation has been turned into the identity, in per cent.</summary>
    public int Morph { get; init; }

    /// <summary>Layers of the stack.</summary>
    public int Layers { get; init; } = MaxLayers;

    /// <summary>Whether the activation acts between the layers of the stack.</summary>
    public bool StackOn { get; init; }

    /// <summary>Decides the weights of the stack.</summary>
    public int StackSeed { get; init; } = 1;

    /// <summary>Where the first of the ten layers is; tenths.</summary>
    public double GradientZ { get; init; } = 2;

    /// <summary>The weight between two of the ten layers; hundredths.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The curve to fit.</summary>
    public FitTarget Target { get; init; }

    /// <summary>Hidden neurons of the fit.</summary>
    public int Neurons { get; init; } = 8;

    /// <summary>Whether the activation acts in the fit.</summary>
    public bool FitOn { get; init; } = true;

    /// <summary>Decides the first weights of the fit.</summary>
    public int FitSeed { get; init; } = 1;

    /// <summary>Adam's learning rate in the fit.</summary>
    public double Rate { get; init; } = 0.02;

    /// <inheritdoc/>
    public static ActivationState Read(QueryReader query) =>
        new()
        {
            Function = query.Choice("f", Default.Function),
            Z = Math.Round(query.Number("z", Default.Z, -MaxZ, MaxZ), 2),
            On = query.Flag("on", Default.On),
            HiddenSeed = query.Whole("seed", Default.HiddenSeed, 1, MaxSeed),
            Morph = query.Whole("morph", Default.Morph, 0, 100),
            Layers = query.Whole("layers", Default.Layers, 1, MaxLayers),
            StackOn = query.Flag("stackon", Default.StackOn),
            StackSeed = query.Whole("stackseed", Default.StackSeed, 1, MaxSeed),
            GradientZ = Math.Round(query.Number("gz", Default.GradientZ, -MaxGradientZ, MaxGradientZ), 1),
            Weight = Math.Round(query.Number("gw", Default.Weight, MinWeight, MaxWeight), 2),
            Target = query.Choice("target", Default.Target),
            Neurons = query.Whole("neurons", Default.Neurons, 1, MaxNeurons),
            FitOn = query.Flag("fiton", Default.FitOn),
            FitSeed = query.Whole("fitseed", Default.FitSeed, 1, MaxSeed),
            Rate = query.Number("rate", Default.Rate, MinRate, MaxRate),
        };

    /// <inheritdoc/>
    public void Write(QueryWriter query) =>
        query
            .Choice("f", Function, Default.Function)
            .Number("z", Z, Default.Z)
            .Flag("on", On, Default.On)
            .Number("seed", HiddenSeed, Default.HiddenSeed)
            .Number("morph", Morph, Default.Morph)
            .Number("layers", Layers, Default.Layers)
            .Flag("stackon", StackOn, Default.StackOn)
            .Number("stackseed", StackSeed, Default.StackSeed)
            .Number("gz", GradientZ, Default.GradientZ)
            .Number("gw", Weight, Default.Weight)
            .Choice("target", Target, Default.Target)
            .Number("neurons", Neurons, Default.Neurons)
            .Flag("fiton", FitOn, Default.FitOn)
            .Number("fitseed", FitSeed, Default.FitSeed)
            .Number("rate", Rate, Default.Rate);
}
