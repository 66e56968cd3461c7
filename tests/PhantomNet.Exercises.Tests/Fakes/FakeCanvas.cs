using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>A canvas that keeps what was last painted on each id.</summary>
public sealed class FakeCanvas : ICanvasPainter
{
    public IDictionary<string, (byte[] Rgba, int Width, int Height)> Painted { get; } =
        new Dictionary<string, (byte[], int, int)>(StringComparer.Ordinal);

    public void Paint(string canvasId, ReadOnlySpan<byte> rgba, int width, int height) =>
        Painted[canvasId] = (rgba.ToArray(), width, height);
}
