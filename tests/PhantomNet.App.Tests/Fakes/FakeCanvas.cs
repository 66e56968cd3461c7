using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Tests.Fakes;

/// <summary>A canvas that nobody sees.</summary>
internal sealed class FakeCanvas : ICanvasPainter
{
    public void Paint(string canvasId, ReadOnlySpan<byte> rgba, int width, int height) { }
}
