using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>Keeps what is saved.</summary>
internal sealed class FakeFiles : IFileSaver
{
    public List<(string FileName, string MediaType, byte[] Content)> Saved { get; } = [];

    public List<(string FileName, string CanvasId)> Canvases { get; } = [];

    public ValueTask SaveAsync(string fileName, string mediaType, ReadOnlyMemory<byte> content)
    {
        Saved.Add((fileName, mediaType, content.ToArray()));
        return ValueTask.CompletedTask;
    }

    public ValueTask SaveCanvasAsync(string fileName, string canvasId)
    {
        Canvases.Add((fileName, canvasId));
        return ValueTask.CompletedTask;
    }
}
