namespace PhantomNet.Exercises.Shared;

/// <summary>Saves files where the browser keeps what is downloaded.</summary>
public interface IFileSaver
{
    /// <summary>Offers this content as a file.</summary>
    /// <param name="fileName">With its ending.</param>
    /// <param name="mediaType">Such as <c>application/json</c>.</param>
    /// <param name="content">Copied before this returns.</param>
    ValueTask SaveAsync(string fileName, string mediaType, ReadOnlyMemory<byte> content);

    /// <summary>Saves what a canvas shows as a PNG, pixel by pixel; does nothing when it isn't on the page.</summary>
    /// <param name="fileName">Ending in <c>.png</c>.</param>
    /// <param name="canvasId">The element's id.</param>
    ValueTask SaveCanvasAsync(string fileName, string canvasId);
}
