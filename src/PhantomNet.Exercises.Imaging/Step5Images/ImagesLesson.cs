using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>Step 5 without its looks. What is slow to compute is kept until something that it depends on changes.</summary>
public sealed class ImagesLesson : Lesson<ImagesState>
{
    private readonly PixelNetwork _network = new();
    private readonly Kept<PixelPermutation> _permutation = new();
    private readonly Kept<ShuffledPair> _pair = new();
    private readonly Kept<SwappedPixels> _swap = new();
    private readonly Kept<DenseWeightCount> _count = new();
    private readonly Kept<LesionReading> _lesion = new();

    /// <summary>Makes it at its default state.</summary>
    public ImagesLesson(INetworkRunnerFactory runners)
    {
        Trial = new TwinTrial(runners);
        Tasks = ImagesTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>The twins in training.</summary>
    public TwinTrial Trial { get; }

    /// <summary>The radiograph that is wanted.</summary>
    public RadiographSettings Wanted =>
        new() { Patient = PatientSettings.Draw(State.Patient), Image = new ImageSettings(PixelNetwork.Side) };

    /// <summary>The radiograph; null until one is made.</summary>
    public StagePicture? Picture { get; private set; }

    /// <summary>The permutation of the stage.</summary>
    public PixelPermutation Permutation =>
        _permutation.Get(State.Shuffle, () => PixelPermutation.Draw(PixelNetwork.PixelCount, State.Shuffle));

    /// <summary>The radiograph beside itself with its pixels shuffled, and what the network makes of both.</summary>
    public ShuffledPair? Pair =>
        Picture is { } picture
            ? _pair.Get(
                (picture, State.Shuffle, State.Alike),
                () => new ShuffledPair(picture, Permutation, _network, State.Alike)
            )
            : null;

    /// <summary>The pixel that is looked at, with its neighbours.</summary>
    public PixelPatch Patch => PixelPatch.Around(State.Pixel, PixelNetwork.Side);

    /// <summary>The same nine in the shuffled image.</summary>
    public PixelPatch MovedPatch => Patch.Moved(Permutation, PixelNetwork.Side);

    /// <summary>Two pixels before and after they change places.</summary>
    public SwappedPixels? Swap =>
        Picture is { } picture
            ? _swap.Get(
                (picture, State.First, State.Second),
                () => new SwappedPixels(picture, _network, State.First, State.Second)
            )
            : null;

    /// <summary>What a dense layer on an image of the chosen size needs.</summary>
    public DenseWeightCount Count =>
        _count.Get(
            (State.Side, State.Neurons, State.Colour),
            () => new DenseWeightCount(State.Side, State.Neurons, State.Colour)
        );

    /// <summary>The bright disc, and the weights that it meets.</summary>
    public LesionReading Lesion =>
        _lesion.Get(
            (Trial.Settings is null ? 0 : Trial.Version, State.Lesion, State.Neuron, (object?)Picture ?? ""),
            () => LesionReading.Of(this)
        );

    /// <summary>What the trial should be run with.</summary>
    public TrialSettings TrialSettings =>
        new(State.Set, State.Shuffle == 0 ? ImagesState.Default.Shuffle : State.Shuffle, State.Fresh);

    /// <inheritdoc/>
    public override void Reset()
    {
        Trial.Forget();
        base.Reset();
    }

    /// <summary>Takes a radiograph that has been made.</summary>
    public void Take(Radiograph radiograph) => Picture = new StagePicture(radiograph.Bytes());

    public void AnotherPatient() => Set(State with { Patient = Next(State.Patient) }, HistoryEntry.New);

    public void ShuffleAgain() => Set(State with { Shuffle = Next(State.Shuffle) }, HistoryEntry.New);

    public void PutBack() => Set(State with { Shuffle = 0 }, HistoryEntry.New);

    public void MoveWeights(bool alike) => Set(State with { Alike = alike }, HistoryEntry.New);

    /// <summary>Looks at a pixel of the original.</summary>
    public void Look(PixelPlace pixel) => Set(State with { Pixel = pixel.Within(0, PixelNetwork.Side - 1) });

    /// <summary>Looks at the pixel that lies at a place of the shuffled image.</summary>
    public void LookInShuffled(PixelPlace place)
    {
        int index = place.Within(0, PixelNetwork.Side - 1).Index(PixelNetwork.Side);
        Look(PixelPlace.Of(Permutation.PixelAt(index), PixelNetwork.Side));
    }

    public void SetSide(double side) =>
        Set(State with { Side = Whole(side, State.Side, ImagesState.MinSide, ImagesState.MaxSide) });

    public void SetNeurons(double neurons) =>
        Set(State with { Neurons = Whole(neurons, State.Neurons, 1, ImagesState.MaxNeurons) });

    public void SetColour(bool colour) => Set(State with { Colour = colour }, HistoryEntry.New);

    public void PutFirst(PixelPlace place) => Set(State with { First = place.Within(0, PixelNetwork.Side - 1) });

    public void PutSecond(PixelPlace place) => Set(State with { Second = place.Within(0, PixelNetwork.Side - 1) });

    /// <summary>Two pixels beside each other.</summary>
    public void TakeNeighbours() =>
        Set(State with { First = ImagesState.Default.First, Second = ImagesState.Default.Second }, HistoryEntry.New);

    /// <summary>Two pixels as far apart as there are.</summary>
    public void TakeCorners() =>
        Set(
            State with
            {
                First = new PixelPlace(0, 0),
                Second = new PixelPlace(PixelNetwork.Side - 1, PixelNetwork.Side - 1),
            },
            HistoryEntry.New
        );

    /// <summary>Lays the disc elsewhere.</summary>
    public void MoveLesion(PixelPlace middle) => Set(State with { Lesion = middle.Within(LesionDisc.Least, LesionDisc.Most) });

    public void ChooseNeuron(double neuron) =>
        Set(State with { Neuron = Whole(neuron, State.Neuron, 1, TrialNetworks.Hidden) });

    public void OtherSet() => Set(State with { Set = Next(State.Set) }, HistoryEntry.New);

    public void ShuffleAfresh(bool fresh) => Set(State with { Fresh = fresh }, HistoryEntry.New);

    private static int Next(int seed) => (seed % ImagesState.MaxSeed) + 1;

    private static int Whole(double value, int fallback, int min, int max) =>
        double.IsNaN(value) ? fallback : (int)Math.Round(Math.Clamp(value, min, max), MidpointRounding.AwayFromZero);
}
