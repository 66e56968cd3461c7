using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Platform;

/// <summary>One putImageData a call, from a view of the memory of .NET.</summary>
internal sealed class BrowserCanvas : ICanvasPainter
{
    private byte[] _pixels = [];

    public void Paint(string canvasId, ReadOnlySpan<byte> rgba, int width, int height)
    {
        if (rgba.Length != width * height * 4)
        {
            throw new ArgumentException($"{rgba.Length} bytes were given for {width}×{height} pixels; they need 4 each.");
        }

        // A view can only be made of memory that may be written.
        if (_pixels.Length < rgba.Length)
        {
            _pixels = new byte[rgba.Length];
        }

        rgba.CopyTo(_pixels);
        BrowserModules.Paint(canvasId, _pixels.AsSpan(0, rgba.Length), width, height);
    }
}
