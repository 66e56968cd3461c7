using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Where contrast and noise are measured: a rib and the lung beside it, and a patch below the diaphragm. In pixels.</summary>
/// <param name="Rib">A pixel of the right lung behind or before which there is a rib; null where none was found.</param>
/// <param name="Lung">The nearest one of as much lung without any.</param>
/// <param name="Patch">A square over the liver.</param>
public sealed record Places((int Row, int Column)? Rib, (int Row, int Column)? Lung, Patch Patch)
{
    // Looked at on a raster of about so many places along a side.
    private const int Raster = 64;
    private const double LeastRibCm = 0.5;
    private const double MostStrayRibCm = 0.01;

    /// <summary>In a radiograph: the same for the same rays.</summary>
    public static Places In(Radiograph radiograph)
    {
        int step = Math.Max(1, radiograph.Size / Raster);
        Patch patch = Patch.OverLiver(radiograph.Size);
        (int Row, int Column)? rib = FindRib(radiograph, step);
        return new(rib, rib is { } found ? FindLung(radiograph, found, step) : null, patch);
    }

    private static (int Row, int Column)? FindRib(Radiograph radiograph, int step)
    {
        ReadOnlySpan<float> ribs = radiograph.ThicknessCm(Structure.Ribs).Span;
        ReadOnlySpan<float> lung = radiograph.ThicknessCm(Structure.RightLung).Span;
        ReadOnlySpan<float> lesion = radiograph.ThicknessCm(Structure.Lesion).Span;
        float leastLung = 0.8f * Most(lung, radiograph.Size, step);
        (int, int)? best = null;
        float most = (float)LeastRibCm;
        for (int row = step; row < radiograph.Size - step; row += step)
        {
            for (int column = step; column < radiograph.Size - step; column += step)
            {
                int i = (row * radiograph.Size) + column;
                if (ribs[i] > most && lung[i] >= leastLung && lesion[i] == 0)
                {
                    most = ribs[i];
                    best = (row, column);
                }
            }
        }

        return best;
    }

    private static (int Row, int Column)? FindLung(Radiograph radiograph, (int Row, int Column) rib, int step)
    {
        ReadOnlySpan<float> ribs = radiograph.ThicknessCm(Structure.Ribs).Span;
        ReadOnlySpan<float> lung = radiograph.ThicknessCm(Structure.RightLung).Span;
        ReadOnlySpan<float> lesion = radiograph.ThicknessCm(Structure.Lesion).Span;
        float asMuch = 0.9f * lung[(rib.Row * radiograph.Size) + rib.Column];
        (int, int)? best = null;
        int nearest = int.MaxValue;
        for (int row = 0; row < radiograph.Size; row += step)
        {
            for (int column = 0; column < radiograph.Size; column += step)
            {
                int i = (row * radiograph.Size) + column;
                int distance = ((row - rib.Row) * (row - rib.Row)) + ((column - rib.Column) * (column - rib.Column));
                if (distance < nearest && ribs[i] < MostStrayRibCm && lung[i] >= asMuch && lesion[i] == 0)
                {
                    nearest = distance;
                    best = (row, column);
                }
            }
        }

        return best;
    }

    private static float Most(ReadOnlySpan<float> values, int size, int step)
    {
        float most = 0;
        for (int row = 0; row < size; row += step)
        {
            for (int column = 0; column < size; column += step)
            {
                most = Math.Max(most, values[(row * size) + column]);
            }
        }

        return most;
    }
}
