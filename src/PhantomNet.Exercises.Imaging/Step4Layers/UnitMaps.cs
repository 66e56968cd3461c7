using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>What all units of a network give for one image.</summary>
public sealed class UnitMaps
{
    private readonly float[][] _maps;
    private readonly double[] _largest;

    /// <summary>Copies them from the network's last pass, which was of one image.</summary>
    public UnitMaps(Network network)
    {
        _maps = [.. Enumerable.Range(0, InnerUnits.Count).Select(unit => InnerUnits.MapOf(network, unit).ToArray())];
        _largest = [.. _maps.Select(map => PixelColours.LargestSize(map))];
    }

    /// <summary>A unit's map, [side × side], none of it below zero.</summary>
    public float[] Map(int unit) => _maps[unit];

    /// <summary>The largest number that a unit gives: the end of its scale.</summary>
    public double Largest(int unit) => _largest[unit];

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
