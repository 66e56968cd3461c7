using System.Reflection;
using PhantomNet.Networks;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Storage;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>The convolutional network that comes with the course: class 0 Normal, class 1 Pneumonia.</summary>
/// <remarks>docs/measurements/model.md says how it was trained, and how to do so again.</remarks>
/// <param name="Spec">What it is.</param>
/// <param name="Parameters">Its weights and biases, as stored: rounded to half precision.</param>
/// <param name="Record">How it came about and how well it did.</param>
public sealed record TrainedModel(NetworkSpec Spec, float[] Parameters, TrainingRecord Record)
{
    private const string Resource = "pneumonia.network";

    private static readonly Lazy<TrainedModel> _loaded = new(Read);

    /// <summary>The model, read once. Its numbers are shared: copy before changing any.</summary>
    public static TrainedModel Loaded => _loaded.Value;

    /// <summary>Reads it from the bytes of its file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no such file; the message says why.</exception>
    public static TrainedModel FromBytes(ReadOnlySpan<byte> bytes)
    {
        NetworkFile file = NetworkFile.FromBytes(bytes);
        return new TrainedModel(file.Spec, file.Parameters, TrainingRecord.FromNotes(file.Notes));
    }

    /// <summary>The bytes of its file, the parameters at half precision.</summary>
    public byte[] ToBytes() => new NetworkFile(Spec, Parameters, Record.ToNotes()).ToBytes(StoredPrecision.Half);

    /// <summary>A network of one's own with its parameters.</summary>
    public Network Build()
    {
        Network network = new(Spec);
        Parameters.CopyTo(network.Parameters);
        return network;
    }

    /// <summary>
    /// What it is given of a radiograph: the pixels within its window, less the training images' mean and divided by their standard
    /// deviation, [1, 64, 64]. The same numbers, bit for bit, as a <see cref="PhantomSet"/> would hold.
    /// </summary>
    /// <exception cref="ArgumentException">The radiograph has another size.</exception>
    public float[] Input(Radiograph radiograph)
    {
        float[] pixels = radiograph.Pixels();
        if (pixels.Length != Spec.Input.Length)
        {
            throw new ArgumentException(
                $"A radiograph of {radiograph.Size} × {radiograph.Size} was given; the model takes {Spec.Input}."
            );
        }

        float mean = (float)Record.Mean;
        float scale = (float)(1 / Record.StandardDeviation);
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (pixels[i] - mean) * scale;
        }

        return pixels;
    }

    /// <summary>What decides the radiograph of one of the test patients, none of whom the model saw; the odd ones have pneumonia.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such test patient.</exception>
    public RadiographSettings TestPatient(int index) => Record.Set.Of(SetPart.Test, index);

    /// <summary>
    /// Of each sample the logit of pneumonia less that of normal: above 0 where softmax gives pneumonia more than one half, and
    /// without the rounding to 1 that makes high scores equal.
    /// </summary>
    /// <param name="outputs">[n, 2].</param>
    public static float[] Margins(ReadOnlySpan<float> outputs)
    {
        float[] margins = new float[outputs.Length / 2];
        for (int n = 0; n < margins.Length; n++)
        {
            margins[n] = outputs[(2 * n) + 1] - outputs[2 * n];
        }

        return margins;
    }

    private static TrainedModel Read()
    {
        using Stream stream =
            Assembly.GetExecutingAssembly().GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The library carries no {Resource}.");
        byte[] bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return FromBytes(bytes);
    }
}
