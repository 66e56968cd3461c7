using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>What step 5 shows.</summary>
public sealed record ImagesState : IStepState<ImagesState>
{
    /// <summary>Seeds go up to this.</summary>
    public const int MaxSeed = 999;

    /// <summary>The range of the image's side in the count of weights.</summary>
    public const int MinSide = 8;

    /// <summary>Its upper end.</summary>
    public const int MaxSide = 512;

    /// <summary>The most neurons in that count.</summary>
    public const int MaxNeurons = 512;

    private const int LastPixel = PixelNetwork.Side - 1;

    /// <inheritdoc/>
    public static ImagesState Default { get; } = new();

    /// <summary>Who is on the radiograph.</summary>
    public int Patient { get; init; } = 1;

    /// <summary>Decides the permutation; 0 leaves every pixel where it is.</summary>
    public int Shuffle { get; init; } = 1;

    /// <summary>Whether the weights of the second network go through the same permutation as its pixels.</summary>
    public bool Alike { get; init; } = true;

    /// <summary>The pixel that is looked at, in the original.</summary>
    public PixelPlace Pixel { get; init; } = new(30, 15);

    /// <summary>Rows and columns of an image whose weights are counted.</summary>
    public int Side { get; init; } = 28;

    /// <summary>Neurons whose weights are counted.</summary>
    public int Neurons { get; init; } = 32;

    /// <summary>Whether that image has three channels.</summary>
    public bool Colour { get; init; }

    /// <summary>One of two pixels that change places.</summary>
    public PixelPlace First { get; init; } = new(30, 15);

    /// <summary>The other one.</summary>
    public PixelPlace Second { get; init; } = new(30, 16);

    /// <summary>The middle of the bright disc.</summary>
    public PixelPlace Lesion { get; init; } = LesionDisc.TopLeft;

    /// <summary>The neuron of the first layer whose weights are shown, from 1.</summary>
    public int Neuron { get; init; } = 8;

    /// <summary>Decides the patients of the training and test images.</summary>
    public int Set { get; init; } = 1;

    /// <summary>Whether each image of the trial is shuffled its own way.</summary>
    public bool Fresh { get; init; }

    /// <inheritdoc/>
    public static ImagesState Read(QueryReader query) =>
        new()
        {
            Patient = query.Whole("patient", Default.Patient, 1, MaxSeed),
            Shuffle = query.Whole("shuffle", Default.Shuffle, 0, MaxSeed),
            Alike = query.Flag("alike", Default.Alike),
            Pixel = PixelPlace.Read(query, "pixel", Default.Pixel, 0, LastPixel),
            Side = query.Whole("side", Default.Side, MinSide, MaxSide),
            Neurons = query.Whole("neurons", Default.Neurons, 1, MaxNeurons),
            Colour = query.Flag("colour", Default.Colour),
            First = PixelPlace.Read(query, "a", Default.First, 0, LastPixel),
            Second = PixelPlace.Read(query, "b", Default.Second, 0, LastPixel),
            Lesion = PixelPlace.Read(query, "lesion", Default.Lesion, LesionDisc.Least, LesionDisc.Most),
            Neuron = query.Whole("neuron", Default.Neuron, 1, TrialNetworks.Hidden),
            Set = query.Whole("set", Default.Set, 1, MaxSeed),
            Fresh = query.Flag("fresh", Default.Fresh),
        };

    /// <inheritdoc/>
    public void Write(QueryWriter query)
    {
        query
            .Number("patient", Patient, Default.Patient)
            .Number("shuffle", Shuffle, Default.Shuffle)
            .Flag("alike", Alike, Default.Alike);
        Pixel.Write(query, "pixel", Default.Pixel);
        query
            .Number("side", Side, Default.Side)
            .Number("neurons", Neurons, Default.Neurons)
            .Flag("colour", Colour, Default.Colour);
        First.Write(query, "a", Default.First);
        Second.Write(query, "b", Default.Second);
        Lesion.Write(query, "lesion", Default.Lesion);
        query.Number("neuron", Neuron, Default.Neuron).Number("set", Set, Default.Set).Flag("fresh", Fresh, Default.Fresh);
    }
}
