using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Platform;

/// <summary>A blob and a link that downloads it.</summary>
internal sealed class BrowserFiles : IFileSaver
{
    public ValueTask SaveAsync(string fileName, string mediaType, ReadOnlyMemory<byte> content)
    {
        // A view can only be made of memory that may be written.
        BrowserModules.Save(fileName, mediaType, content.ToArray());
        return ValueTask.CompletedTask;
    }

    public ValueTask SaveCanvasAsync(string fileName, string canvasId) =>
        new(BrowserModules.SaveCanvasAsync(fileName, canvasId));
}
