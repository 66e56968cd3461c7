using System.Runtime.InteropServices;
using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>One map of each stage that has maps, side by side: all that becomes of a radiograph, at a glance.</summary>
public sealed class Overview
{
    /// <summary>Tiles side by side: the image, then a block to a row.</summary>
    public const int Across = 5;

    private const int Gap = 2;

    /// <summary>Draws it.</summary>
    /// <param name="pipeline">The stages.</param>
    /// <param name="chain">A sample that has been through them.</param>
    /// <param name="pixels">That sample as it is displayed, for the first tile.</param>
    public Overview(Pipeline pipeline, LayerChain chain, float[] pixels)
    {
        Stages = [.. pipeline.Stages.Where(stage => !stage.Output.IsVector)];
        Side = chain.Spec.Input.Width;
        Columns = (Across * (Side + Gap)) - Gap;
        Rows = (((Stages.Count + Across - 1) / Across) * (Side + Gap)) - Gap;
        Rgba = new byte[Rows * Columns * 4];
        foreach (PipelineStage stage in Stages)
        {
            Draw(stage, stage.Index == 0 ? PixelColours.Grey(pixels) : Strongest(stage, chain.Output(stage.Last)));
        }
    }

    /// <summary>The stages with a tile.</summary>
    public IReadOnlyList<PipelineStage> Stages { get; }

    /// <summary>Rows and columns of a tile.</summary>
    public int Side { get; }

    /// <summary>Of the picture.</summary>
    public int Rows { get; }

    /// <summary>Of the picture.</summary>
    public int Columns { get; }

    /// <summary>[Rows, Columns, 4].</summary>
    public byte[] Rgba { get; }

    /// <summary>First row and column of a tile.</summary>
    public (int Top, int Left) Corner(int tile) => (tile / Across * (Side + Gap), tile % Across * (Side + Gap));

    // The map with the largest sum of sizes, full at its own largest number.
    private static byte[] Strongest(PipelineStage stage, float[] values)
    {
        StageMaps maps = new(stage.Output, stage.Input, values);
        (int strongest, float most) = (0, -1);
        for (int map = 0; map < maps.Count; map++)
        {
            float sum = 0;
            foreach (float value in maps.Map(map))
            {
                sum += Math.Abs(value);
            }

            (strongest, most) = sum > most ? (map, sum) : (strongest, most);
        }

        return PixelColours.Signed(maps.Map(strongest), maps.LargestOf(strongest));
    }

    // Each pixel as a square; a row is laid out once and repeated.
    private void Draw(PipelineStage stage, byte[] tile)
    {
        (int top, int left) = Corner(stage.Index);
        Shape shape = stage.Output;
        (int high, int wide) = (Side / shape.Height, Side / shape.Width);
        ReadOnlySpan<int> from = MemoryMarshal.Cast<byte, int>(tile);
        Span<int> to = MemoryMarshal.Cast<byte, int>(Rgba.AsSpan());
        for (int row = 0; row < shape.Height; row++)
        {
            Span<int> first = to.Slice(((top + (row * high)) * Columns) + left, Side);
            for (int column = 0; column < shape.Width; column++)
            {
                first.Slice(column * wide, wide).Fill(from[(row * shape.Width) + column]);
            }

            for (int repeat = 1; repeat < high; repeat++)
            {
                first.CopyTo(to[(((top + (row * high) + repeat) * Columns) + left)..]);
            }
        }
    }
}
