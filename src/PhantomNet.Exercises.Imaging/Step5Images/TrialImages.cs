using PhantomNet.Networks;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>The radiographs of a trial, made bit by bit, and the same with their pixels shuffled.</summary>
public sealed class TrialImages
{
    /// <summary>Training images.</summary>
    public const int TrainingCount = 400;

    /// <summary>Test images, of other patients.</summary>
    public const int TestCount = 400;

    private const int Pixels = TrialNetworks.Side * TrialNetworks.Side;

    private readonly PhantomSetBuilder _builder;
    private readonly Dictionary<(Arrangement, SetPart), SampleSet> _samples = [];

    /// <summary>Starts before the first image.</summary>
    /// <param name="seed">Decides the patients.</param>
    public TrialImages(int seed)
    {
        _builder = new PhantomSetBuilder(
            new PhantomSetSettings
            {
                Seed = seed,
                NoiseSeed = seed,
                TrainingCount = TrainingCount,
                ValidationCount = 0,
                TestCount = TestCount,
                Pneumonia = PlainPneumonia.Draw,
                Technique = new() { Image = new ImageSettings(TrialNetworks.Side) },
            }
        );
    }

    /// <summary>Images made.</summary>
    public int Done => _builder.Done;

    /// <summary>Images wanted.</summary>
    public int Total => _builder.Total;

    /// <summary>The finished set; null before.</summary>
    public PhantomSet? Set { get; private set; }

    /// <summary>Does a little of the set.</summary>
    /// <returns>How much; 0 when it is complete.</returns>
    public int Advance(int rows)
    {
        int done = _builder.Advance(rows);
        if (Set is null && _builder.IsComplete)
        {
            Set = _builder.Result();
        }

        return done;
    }

    /// <summary>The samples of a part as they lie in an arrangement; null until they are made.</summary>
    public SampleSet? Samples(Arrangement arrangement, SetPart part) => _samples.GetValueOrDefault((arrangement, part));

    /// <summary>Makes them.</summary>
    public void Arrange(Arrangement arrangement, SetPart part, int seed)
    {
        LabelledImages images = part == SetPart.Training ? Set!.Training : Set!.Test;
        float[] inputs = arrangement switch
        {
            Arrangement.Original => images.Inputs,
            Arrangement.Shuffled => PixelPermutation.Draw(Pixels, seed).Shuffled(images.Inputs),
            _ => ShuffledAfresh(images, seed),
        };
        Shape shape = new(1, TrialNetworks.Side, TrialNetworks.Side);
        _samples[(arrangement, part)] = SampleSet.OfClasses(shape, inputs, images.Labels);
    }

    /// <summary>Forgets what was shuffled.</summary>
    public void ForgetShuffled()
    {
        foreach ((Arrangement, SetPart) key in _samples.Keys.Where(key => key.Item1 != Arrangement.Original).ToArray())
        {
            _samples.Remove(key);
        }
    }

    // No two images share a permutation: their numbers go on from training to test, and none is the one of all images.
    private static float[] ShuffledAfresh(LabelledImages images, int seed)
    {
        int first = 1 + (images.Part == SetPart.Training ? 0 : TrainingCount);
        float[] inputs = new float[images.Inputs.Length];
        for (int n = 0; n < images.Count; n++)
        {
            PixelPermutation.Draw(Pixels, seed, first + n).Shuffled(images.Input(n)).CopyTo(inputs, n * Pixels);
        }

        return inputs;
    }
}
