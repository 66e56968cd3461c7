using PhantomNet.Exercises.Imaging.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>What all units of a network give for one image.</summary>
public sealed class UnitMaps
{
    private readonly float[][] _maps;
    private readonly double[] _largest;
    private readonly byte[]?[] _rgba = new byte[]?[InnerUnits.Count];

    /// <summary>Takes them from what left each layer.</summary>
    public UnitMaps(float[][] outputs)
    {
        _maps = [.. Enumerable.Range(0, InnerUnits.Count).Select(unit => InnerUnits.MapOf(outputs, unit).ToArray())];
        _largest = [.. _maps.Select(map => PixelColours.LargestSize(map))];
    }

    /// <summary>A unit's map, [side × side], none of it below zero.</summary>
    public float[] Map(int unit) => _maps[unit];

    /// <summary>The largest number that a unit gives: the end of its scale.</summary>
    public double Largest(int unit) => _largest[unit];

    /// <summary>A unit's map as pixels: 0 dark to its own largest value green.</summary>
    public byte[] Rgba(int unit) => _rgba[unit] ??= PixelColours.Signed(_maps[unit], _largest[unit]);

    /// <summary>Makes the pixels of a block's maps, which would else be made when they are first shown.</summary>
    public void Colour(int block)
    {
        for (int unit = InnerUnits.First(block); unit < InnerUnits.First(block) + InnerUnits.CountIn(block); unit++)
        {
            Rgba(unit);
        }
    }

    /// <summary>The place of a unit's largest number, the first in reading order; null where all are zero.</summary>
    public (int Row, int Column)? Peak(int unit)
    {
        float[] map = _maps[unit];
        int best = 0;
        for (int place = 1; place < map.Length; place++)
        {
            best = map[place] > map[best] ? place : best;
        }

        int side = (int)Math.Sqrt(map.Length);
        return map[best] > 0 ? (best / side, best % side) : null;
    }
}
