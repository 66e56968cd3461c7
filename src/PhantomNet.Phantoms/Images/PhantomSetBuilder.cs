using PhantomNet.Phantoms.Anatomy;

namespace PhantomNet.Phantoms.Images;

/// <summary>
/// A set in the making, in parts so small that a page can show its progress and stop: training images, which are then standardised,
/// then validation and test.
/// </summary>
public sealed class PhantomSetBuilder
{
    private readonly LabelledImages[] _parts;
    private SetPart _part;
    private int _index;
    private int _standardised;
    private double _sum;
    private double _sumOfSquares;
    private Acquisition _acquisition;

    /// <summary>Starts before the first image.</summary>
    /// <exception cref="ArgumentException">A setting can't be computed with.</exception>
    public PhantomSetBuilder(PhantomSetSettings settings)
    {
        settings.Validate();
        Settings = settings;
        _parts =
        [
            new LabelledImages(settings, SetPart.Training),
            new LabelledImages(settings, SetPart.Validation),
            new LabelledImages(settings, SetPart.Test),
        ];
        Total = _parts.Sum(images => images.Count);
        _acquisition = new Acquisition(Training.Settings[0], [Structure.Lesion]);
    }

    /// <summary>What decides the set.</summary>
    public PhantomSetSettings Settings { get; }

    /// <summary>How many images are made.</summary>
    public int Done { get; private set; }

    /// <summary>How many images it will have.</summary>
    public int Total { get; }

    /// <summary>The image that was made last, null before the first.</summary>
    public Radiograph? Latest { get; private set; }

    /// <summary>Whether all images are made and standardised.</summary>
    public bool IsComplete => Done == Total && _standardised == Settings.TrainingCount;

    private LabelledImages Training => _parts[(int)SetPart.Training];

    private double Pixels => (double)Training.Inputs.Length;

    private double Mean => _sum / Pixels;

    private double StandardDeviation
    {
        get
        {
            double variance = (_sumOfSquares / Pixels) - (Mean * Mean);
            return variance > 1e-12 ? Math.Sqrt(variance) : 1;
        }
    }

    /// <summary>Makes a whole set at once.</summary>
    public static PhantomSet Make(PhantomSetSettings settings)
    {
        PhantomSetBuilder builder = new(settings);
        while (!builder.IsComplete)
        {
            builder.Advance(settings.Technique.Image.Size);
        }

        return builder.Result();
    }

    /// <summary>Does up to so many rows of a stage of the image that it is at, or one training image's standardisation.</summary>
    /// <returns>How many rows it did; 0 when the set is complete.</returns>
    public int Advance(int rows)
    {
        if (IsComplete)
        {
            return 0;
        }

        if (Done >= Training.Count && _standardised < Training.Count)
        {
            Standardise(Training.Pixels(_standardised++));
            return Training.Size;
        }

        while (_index == _parts[(int)_part].Count)
        {
            _part++;
            _index = 0;
        }

        if (_acquisition.IsComplete)
        {
            // What the last one computed of the tube is taken over.
            _acquisition = new Acquisition(_parts[(int)_part].Settings[_index], [Structure.Lesion], _acquisition);
        }

        int did = _acquisition.Advance(rows);
        if (_acquisition.IsComplete)
        {
            Take(_acquisition.Result());
        }

        return did;
    }

    /// <summary>The finished set.</summary>
    /// <exception cref="InvalidOperationException">It isn't complete.</exception>
    public PhantomSet Result() =>
        IsComplete
            ? new PhantomSet(Settings, _parts, Mean, StandardDeviation)
            : throw new InvalidOperationException(
                $"{Done} of {Total} images are made. Advance the builder until it is complete."
            );

    private void Take(Radiograph radiograph)
    {
        LabelledImages images = _parts[(int)_part];
        images.Take(_index, radiograph);
        Latest = radiograph;
        Span<float> pixels = images.Pixels(_index);
        if (_part == SetPart.Training)
        {
            foreach (float pixel in pixels)
            {
                _sum += pixel;
                _sumOfSquares += (double)pixel * pixel;
            }
        }
        else
        {
            Standardise(pixels);
        }

        _index++;
        Done++;
    }

    private void Standardise(Span<float> pixels)
    {
        float mean = (float)Mean;
        float scale = (float)(1 / StandardDeviation);
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = (pixels[i] - mean) * scale;
        }
    }
}
