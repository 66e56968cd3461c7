using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>A place for one radiograph: the last that was asked for, once it is there.</summary>
internal sealed class ImageSlot : IDisposable
{
    private readonly RadiographSource _source;
    private RadiographSettings? _asked;

    public ImageSlot(IFrameClock frames) => _source = new RadiographSource(frames, [Structure.Lesion], Keep);

    /// <summary>The last that was taken.</summary>
    public TakenImage? Image { get; private set; }

    /// <summary>The part of the signal that it shows.</summary>
    public WindowLevel? Window { get; private set; }

    /// <summary>Whether these settings were not the last to be asked for.</summary>
    public bool IsStale(RadiographSettings settings) => settings != _asked;

    /// <summary>Takes it, unless it was asked for already.</summary>
    public Task TakeAsync(RadiographSettings settings)
    {
        if (!IsStale(settings))
        {
            return Task.CompletedTask;
        }

        _asked = settings;
        return _source.TakeAsync(settings);
    }

    public void Dispose() => _source.Dispose();

    private void Keep(Radiograph radiograph)
    {
        Image = new TakenImage(radiograph.Size, radiograph.Pixels(), radiograph.Mask(Structure.Lesion));
        Window = radiograph.Window;
    }
}
