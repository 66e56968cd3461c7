using PhantomNet.Networks;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>A bright disc on a radiograph of 16 × 16, and what the dense network of the trial makes of it, here and in the corners.</summary>
/// <param name="Image">The radiograph with the disc: [side, side]; null until there is one.</param>
/// <param name="Weights">Of the chosen neuron: [side, side].</param>
/// <param name="Epochs">Epochs that the weights have learned for.</param>
/// <param name="Rows">The place of the disc, then the four corners.</param>
public sealed record LesionReading(float[]? Image, float[] Weights, int Epochs, IReadOnlyList<LesionRow> Rows)
{
    private const int Pixels = LesionDisc.Side * LesionDisc.Side;

    /// <summary>Reads it from the lesson.</summary>
    public static LesionReading Of(ImagesLesson lesson)
    {
        TrialLearner? learner = lesson.Trial.Find(convolutional: false, Arrangement.Original);
        float[] parameters = learner?.Parameters ?? TrialNetworks.FirstParameters(convolutional: false);
        float[] weights = parameters.AsSpan((lesson.State.Neuron - 1) * Pixels, Pixels).ToArray();
        float[]? image = lesson.Picture is { } picture ? Standardised(Shrunk(picture), lesson.Trial.Images?.Set) : null;
        Network network = new(TrialNetworks.Dense);
        parameters.CopyTo(network.Parameters);
        PixelPlace here = lesson.State.Lesion;
        return new LesionReading(
            image is null ? null : LesionDisc.Laid(image, here),
            weights,
            learner?.Epoch ?? 0,
            [Row("here", here), .. LesionDisc.Corners.Select(corner => Row(corner.Name, corner.Place))]
        );

        LesionRow Row(string name, PixelPlace place) =>
            new(
                name,
                place,
                LesionDisc.Covered(place).Intersect(LesionDisc.Covered(here)).Count(),
                LesionDisc.AddedTo(weights, place),
                image is null ? 0 : network.Forward(LesionDisc.Laid(image, place), 1)[0] - network.Forward(image, 1)[0]
            );
    }

    // Means of 4 × 4 pixels.
    private static float[] Shrunk(StagePicture picture)
    {
        const int factor = PixelNetwork.Side / LesionDisc.Side;
        float[] small = new float[Pixels];
        for (int i = 0; i < picture.Inputs.Length; i++)
        {
            PixelPlace place = PixelPlace.Of(i, PixelNetwork.Side);
            small[new PixelPlace(place.Row / factor, place.Column / factor).Index(LesionDisc.Side)] +=
                picture.Inputs[i] / (factor * factor);
        }

        return small;
    }

    // As the training images are; before there are any, by its own mean and deviation.
    private static float[] Standardised(float[] image, PhantomSet? set)
    {
        double mean = set?.Mean ?? image.Average();
        double deviation = set?.StandardDeviation ?? Math.Sqrt(image.Average(pixel => (pixel - mean) * (pixel - mean)));
        return [.. image.Select(pixel => (float)((pixel - mean) / Math.Max(deviation, 1e-6)))];
    }
}
