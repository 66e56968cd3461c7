using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>One 2×2 pooling after another, as sizes: what each gives, and which pixels its numbers depend on.</summary>
public sealed class Halving
{
    /// <summary>Poolings in a row.</summary>
    public const int Most = 5;

    /// <summary>Side of a window, and its stride.</summary>
    public const int Window = 2;

    /// <summary>Five poolings of an image of so many rows and columns.</summary>
    public Halving(int side, PoolKind kind)
    {
        Spec = new NetworkSpec(
            new Shape(1, side, side),
            Loss.MeanSquaredError,
            Enumerable.Repeat(kind.Layer(Window, Window), Most)
        );
        Sides = [side, .. Enumerable.Range(0, Most).Select(layer => Spec.OutputOf(layer).Height)];
    }

    /// <summary>The poolings as a network.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Rows of the image, then of each map.</summary>
    public IReadOnlyList<int> Sides { get; }

    /// <summary>Rows, and columns, of the image that a map depends on; the rest are lost on the way to it.</summary>
    public int Reached(int map) => SeenBy(map, Sides[map] - 1, 0).Top + (1 << map);

    /// <summary>The pixels that one number of a map depends on.</summary>
    public PixelRectangle SeenBy(int map, int row, int column) =>
        map == 0 ? new PixelRectangle(row, column, 1, 1) : PixelRectangle.SeenBy(Spec, map - 1, channel: 0, row, column);
}
