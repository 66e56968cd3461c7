using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>One radiograph on the screen, from its making to its pixels.</summary>
/// <param name="darkroom">Makes it.</param>
public sealed class Side(Darkroom darkroom)
{
    private StageImage? _nextImage;
    private GreyPicture? _nextPicture;
    private MaskPicture? _nextMask;

    /// <summary>Makes it.</summary>
    public Darkroom Darkroom => darkroom;

    /// <summary>The last radiograph that was finished.</summary>
    public Radiograph? Radiograph => darkroom.Latest;

    /// <summary>The values of the stage on the screen.</summary>
    public StageImage? Image { get; private set; }

    /// <summary>Their pixels.</summary>
    public GreyPicture? Picture { get; private set; }

    /// <summary>What is laid over them.</summary>
    public MaskPicture? Mask { get; private set; }

    /// <summary>Works on the radiograph and on the values of a stage of it.</summary>
    /// <returns>How many rows it did; 0 when both are there.</returns>
    public int Develop(PhantomStage stage, int rows)
    {
        int did = darkroom.Advance(rows);
        if (did > 0 || darkroom.Latest is not { } radiograph)
        {
            return did;
        }

        StageImage? latest = _nextImage ?? Image;
        if (latest is null || latest.Stage != stage || !ReferenceEquals(latest.Radiograph, radiograph))
        {
            _nextImage = new StageImage(radiograph, stage);
        }

        if (_nextImage is null)
        {
            return 0;
        }

        did = _nextImage.Advance(rows);
        if (_nextImage.IsComplete)
        {
            Image = _nextImage;
            _nextImage = null;
        }

        return did;
    }

    /// <summary>Works on the pixels.</summary>
    /// <returns>How many rows it did; 0 when they are all there.</returns>
    public int Draw(DisplayScale scale, Overlays overlays, int rows)
    {
        if (Image is null || Radiograph is null)
        {
            return 0;
        }

        if (!((_nextPicture ?? Picture)?.Shows(Image, null, scale) ?? false))
        {
            _nextPicture = new GreyPicture(Image, minus: null, scale);
        }

        if (!((_nextMask ?? Mask)?.Shows(Radiograph, overlays) ?? false))
        {
            _nextMask = new MaskPicture(Radiograph, overlays);
        }

        int did = (_nextPicture?.Advance(rows) ?? 0) + (_nextMask?.Advance(rows) ?? 0);
        if (_nextPicture is { IsComplete: true })
        {
            Picture = _nextPicture;
            _nextPicture = null;
        }

        if (_nextMask is { IsComplete: true })
        {
            Mask = _nextMask;
            _nextMask = null;
        }

        return did;
    }
}
