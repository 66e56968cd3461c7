using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>Step 7 without its looks. The radiograph is brought to it; what is slow to compute is kept while it holds.</summary>
public sealed class KernelsLesson : Lesson<KernelsState>
{
    private readonly KernelFilter _filter = new();
    private readonly Kept<FilteredImage> _output = new();
    private readonly Kept<WindowSum> _window = new();
    private readonly Kept<FrequencyResponse> _response = new();

    /// <summary>Makes it at its default state, without a radiograph.</summary>
    public KernelsLesson(INetworkRunnerFactory runners)
    {
        Learning = new KernelLearning(runners);
        Tasks = KernelsTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>The radiograph that the state asks for.</summary>
    public RadiographSettings Wanted =>
        new()
        {
            Patient = PatientSettings.Draw(State.Patient),
            Detector = new DetectorSettings(State.MAs),
            Image = new(KernelsState.ImageSize),
            NoiseSeed = State.NoiseSeed,
        };

    /// <summary>The pixels, −ln(signal / open beam): [64, 64]. All 0 before there is a radiograph.</summary>
    public float[] Image { get; private set; } = new float[KernelsState.ImageSize * KernelsState.ImageSize];

    /// <summary>Side of a pixel in mm.</summary>
    public double PixelPitchMm { get; } = new RadiographSettings { Image = new(KernelsState.ImageSize) }.PixelPitchMm;

    /// <summary>Whether there is a radiograph.</summary>
    public bool HasImage { get; private set; }

    /// <summary>The kernel as it is laid on the image: turned by 180° where that is chosen.</summary>
    public Kernel Laid => State.Flipped ? State.Kernel.Flipped() : State.Kernel;

    /// <summary>Which preset it is.</summary>
    public KernelPreset Preset => KernelPresets.Of(State.Kernel);

    /// <summary>The filtered radiograph, from the engine's convolution.</summary>
    public FilteredImage Output =>
        _output.Get(
            (Image, State.Kernel, State.Border, State.Flipped),
            () => _filter.Apply(Image, KernelsState.ImageSize, Laid, State.Border)
        );

    /// <summary>The pixel under the middle of the window; without a border it stays one pixel inside.</summary>
    public (int Row, int Column) Place => (Within(State.Row), Within(State.Column));

    /// <summary>The arithmetic of the output pixel there.</summary>
    public WindowSum Window =>
        _window.Get(
            (Image, State.Kernel, State.Border, State.Flipped, Place),
            () => new WindowSum(Image, KernelsState.ImageSize, Place.Row, Place.Column, Laid, State.Border)
        );

    /// <summary>The kernel's transform.</summary>
    public FrequencyResponse Response => _response.Get(State.Kernel, () => new FrequencyResponse(State.Kernel));

    /// <summary>The measurement of the noise gain.</summary>
    public NoiseBench Noise { get; } = new();

    /// <summary>The learning of a hidden kernel.</summary>
    public KernelLearning Learning { get; }

    /// <summary>The hidden kernel as it lies on the image: the stage's, or one that was drawn.</summary>
    public Kernel Hidden => State.Surprise ? Drawn(State.SurpriseSeed).Weights() : Laid;

    /// <summary>What learning should be started with.</summary>
    public LearningSettings LearningSettings => new(Hidden, State.StartSeed, State.Rate, State.Momentum);

    /// <summary>Which of the presets a seed hides.</summary>
    public static KernelPreset Drawn(int seed) =>
        // 9 presets; a step of 5 goes through all of them, and neighbours differ.
        KernelPresets.All[seed * 5 % KernelPresets.All.Count].Preset;

    /// <inheritdoc/>
    public override void Reset()
    {
        Learning.Forget();
        base.Reset();
    }

    /// <summary>Takes a radiograph that has been made.</summary>
    public void Take(Radiograph radiograph)
    {
        Image = radiograph.LogSignal;
        HasImage = true;
    }

    public void Choose(KernelPreset preset)
    {
        if (preset != KernelPreset.Own)
        {
            Set(State with { Kernel = preset.Weights() }, HistoryEntry.New);
        }
    }

    public void SetWeight(int place, double weight)
    {
        double within = Finite(weight, State.Kernel[place], -Kernel.MaxWeight, Kernel.MaxWeight);
        Set(State with { Kernel = State.Kernel.With(place, within) }, HistoryEntry.New);
    }

    public void ChooseBorder(BorderRule border) => Set(State with { Border = border }, HistoryEntry.New);

    public void Flip(bool flipped) => Set(State with { Flipped = flipped }, HistoryEntry.New);

    public void MoveTo(int row, int column) => Set(State with { Row = Within(row), Column = Within(column) });

    /// <summary>To the next output pixel, row by row; after the last, to the first.</summary>
    /// <param name="places">So many of them.</param>
    public void Advance(int places)
    {
        (int row, int column) = Place;
        int size = Output.Size;
        int index = ((((row - Output.Inset) * size) + column - Output.Inset) + places) % (size * size);
        MoveTo((index / size) + Output.Inset, (index % size) + Output.Inset);
    }

    public void Expose(double mAs) =>
        Set(State with { MAs = Finite(mAs, State.MAs, KernelsState.MinMAs, KernelsState.MaxMAs) });

    public void NextPatient() => Set(State with { Patient = Next(State.Patient) }, HistoryEntry.New);

    public void NewNoise() => Set(State with { NoiseSeed = Next(State.NoiseSeed) }, HistoryEntry.New);

    public void HideSurprise(bool surprise) => Set(State with { Surprise = surprise }, HistoryEntry.New);

    public void AnotherSurprise() =>
        Set(State with { Surprise = true, SurpriseSeed = Next(State.SurpriseSeed) }, HistoryEntry.New);

    public void NewStart() => Set(State with { StartSeed = Next(State.StartSeed) }, HistoryEntry.New);

    public void SetRate(double rate) =>
        Set(State with { Rate = Finite(rate, State.Rate, KernelsState.MinRate, KernelsState.MaxRate) });

    public void SetMomentum(double momentum) =>
        Set(State with { Momentum = Math.Round(Finite(momentum, State.Momentum, 0, KernelsState.MaxMomentum), 2) });

    private int Within(int place)
    {
        int inset = State.Border == BorderRule.Valid ? 1 : 0;
        return Math.Clamp(place, inset, KernelsState.ImageSize - 1 - inset);
    }

    private static int Next(int seed) => (seed % KernelsState.MaxSeed) + 1;

    private static double Finite(double value, double fallback, double min, double max) =>
        double.IsNaN(value) ? fallback : Math.Clamp(value, min, max);
}
