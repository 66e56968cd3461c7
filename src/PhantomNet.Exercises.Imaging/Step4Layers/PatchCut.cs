using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>A square cut from a radiograph around what a unit sees, so that it can be told where that lies.</summary>
/// <param name="Top">First row.</param>
/// <param name="Left">First column.</param>
/// <param name="Side">Rows and columns.</param>
/// <param name="Rgba">Its pixels, grey, from the image's black to its white.</param>
public sealed record PatchCut(int Top, int Left, int Side, byte[] Rgba)
{
    private const int Margin = 4;
    private const int LeastSide = 16;

    /// <summary>Cuts it; near the image's edge it lies to one side.</summary>
    public static PatchCut Of(float[] pixels, PixelRectangle seen)
    {
        int side = Math.Clamp(Math.Max(seen.Height, seen.Width) + (2 * Margin), LeastSide, Architecture.Side);
        int top = Math.Clamp(seen.Top + ((seen.Height - side) / 2), 0, Architecture.Side - side);
        int left = Math.Clamp(seen.Left + ((seen.Width - side) / 2), 0, Architecture.Side - side);
        float[] cut = new float[side * side];
        for (int row = 0; row < side; row++)
        {
            pixels.AsSpan(((top + row) * Architecture.Side) + left, side).CopyTo(cut.AsSpan(row * side));
        }

        return new PatchCut(top, left, side, PixelColours.Grey(cut));
    }
}
