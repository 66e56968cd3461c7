using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>What step 7 shows.</summary>
public sealed record KernelsState : IStepState<KernelsState>
{
    /// <summary>Rows and columns of the radiograph.</summary>
    public const int ImageSize = 64;

    /// <summary>Seeds and patients go from 1 to this.</summary>
    public const int MaxSeed = 999;

    /// <summary>The range of the exposure. Pixels of 6.25 mm collect so many quanta that noise shows only far below a clinical one.</summary>
    public const double MinMAs = 0.0001;

    /// <summary>Its upper end.</summary>
    public const double MaxMAs = 10;

    /// <summary>The range of the learning rate.</summary>
    public const double MinRate = 0.001;

    /// <summary>Its upper end.</summary>
    public const double MaxRate = 1;

    /// <summary>The largest momentum factor.</summary>
    public const double MaxMomentum = 0.99;

    private const KernelPreset Start = KernelPreset.Vertical;

    /// <inheritdoc/>
    public static KernelsState Default { get; } = new();

    /// <summary>The nine weights.</summary>
    public Kernel Kernel { get; init; } = Start.Weights();

    /// <summary>What lies beyond the image.</summary>
    public BorderRule Border { get; init; }

    /// <summary>Whether the kernel is turned by 180° before it is laid on the image.</summary>
    public bool Flipped { get; init; }

    /// <summary>Row of the image under the middle of the window.</summary>
    public int Row { get; init; } = 40;

    /// <summary>Its column.</summary>
    public int Column { get; init; } = 40;

    /// <summary>Exposure in mAs.</summary>
    public double MAs { get; init; } = 2;

    /// <summary>The patient.</summary>
    public int Patient { get; init; } = 1;

    /// <summary>Decides the noise of the exposures that the gain is measured on.</summary>
    public int NoiseSeed { get; init; } = 1;

    /// <summary>Whether the hidden kernel is drawn, and not the one on the stage.</summary>
    public bool Surprise { get; init; }

    /// <summary>Decides which one is drawn.</summary>
    public int SurpriseSeed { get; init; } = 1;

    /// <summary>Decides the weights that learning starts from.</summary>
    public int StartSeed { get; init; } = 1;

    /// <summary>Learning rate.</summary>
    public double Rate { get; init; } = 0.1;

    /// <summary>Momentum factor.</summary>
    public double Momentum { get; init; } = 0.95;

    /// <inheritdoc/>
    public static KernelsState Read(QueryReader query) =>
        new()
        {
            Kernel = Kernel.Parse(query.Text("k")) ?? Named(query.Choice("kernel", Start)),
            Border = query.Choice("border", Default.Border),
            Flipped = query.Flag("flip", Default.Flipped),
            Row = query.Whole("row", Default.Row, 0, ImageSize - 1),
            Column = query.Whole("column", Default.Column, 0, ImageSize - 1),
            MAs = query.Number("mas", Default.MAs, MinMAs, MaxMAs),
            Patient = query.Whole("patient", Default.Patient, 1, MaxSeed),
            NoiseSeed = query.Whole("noise", Default.NoiseSeed, 1, MaxSeed),
            Surprise = query.Flag("surprise", Default.Surprise),
            SurpriseSeed = query.Whole("hidden", Default.SurpriseSeed, 1, MaxSeed),
            StartSeed = query.Whole("start", Default.StartSeed, 1, MaxSeed),
            Rate = query.Number("rate", Default.Rate, MinRate, MaxRate),
            Momentum = Math.Round(query.Number("momentum", Default.Momentum, 0, MaxMomentum), 2),
        };

    /// <inheritdoc/>
    public void Write(QueryWriter query)
    {
        KernelPreset preset = KernelPresets.Of(Kernel);
        if (preset == KernelPreset.Own)
        {
            query.Text("k", Kernel.ToString());
        }
        else
        {
            query.Choice("kernel", preset, Start);
        }

        query
            .Choice("border", Border, Default.Border)
            .Flag("flip", Flipped, Default.Flipped)
            .Number("row", Row, Default.Row)
            .Number("column", Column, Default.Column)
            .Number("mas", MAs, Default.MAs)
            .Number("patient", Patient, Default.Patient)
            .Number("noise", NoiseSeed, Default.NoiseSeed)
            .Flag("surprise", Surprise, Default.Surprise)
            .Number("hidden", SurpriseSeed, Default.SurpriseSeed)
            .Number("start", StartSeed, Default.StartSeed)
            .Number("rate", Rate, Default.Rate)
            .Number("momentum", Momentum, Default.Momentum);
    }

    private static Kernel Named(KernelPreset preset) => (preset == KernelPreset.Own ? Start : preset).Weights();
}
