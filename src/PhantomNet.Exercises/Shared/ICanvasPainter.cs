namespace PhantomNet.Exercises.Shared;

/// <summary>Puts pixels on a canvas of the page.</summary>
public interface ICanvasPainter
{
    /// <summary>Sets the canvas to this size and fills it in one go; does nothing when it isn't on the page.</summary>
    /// <param name="canvasId">The element's id.</param>
    /// <param name="rgba">[height, width, 4].</param>
    /// <param name="width">Pixels.</param>
    /// <param name="height">Pixels.</param>
    void Paint(string canvasId, ReadOnlySpan<byte> rgba, int width, int height);
}
