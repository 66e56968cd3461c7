using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Inspection;

/// <summary>The places in a set of images that excite one unit most. What it gave for them is shown one by one, in any slices of time.</summary>
/// <remarks>Of equal values the earlier image comes first, and within it the first place in reading order.</remarks>
public sealed class TopPatches
{
    private readonly NetworkSpec _spec;
    private readonly Unit _unit;
    private readonly int _count;
    private readonly int _perSample;
    private readonly List<UnitPlace> _places = [];

    /// <summary>Starts with none.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="unit">Whose excitement is sought.</param>
    /// <param name="count">How many places are kept, at least 1.</param>
    /// <param name="perSample">How many of them one image may have, at least 1: else one image could fill the list with neighbours.</param>
    /// <exception cref="ArgumentException">The network has no such unit, or a number is below 1.</exception>
    public TopPatches(NetworkSpec spec, Unit unit, int count, int perSample = 1)
    {
        unit.Check(spec);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(perSample, 1);
        _spec = spec;
        _unit = unit;
        _count = count;
        _perSample = perSample;
    }

    /// <summary>The places found so far, the most exciting first.</summary>
    public IReadOnlyList<UnitPlace> Places => _places;

    /// <summary>Shows it what another image gave.</summary>
    /// <param name="sample">Index of the image, which its places will name.</param>
    /// <param name="outputs">What left the unit's layer, [channels, height, width]; many units can look at one pass.</param>
    public void Look(int sample, ReadOnlySpan<float> outputs)
    {
        Shape shape = _spec.OutputOf(_unit.Layer);
        int places = shape.Height * shape.Width;
        ReadOnlySpan<float> map = outputs.Slice(_unit.Channel * places, places);
        foreach (int place in Best(map))
        {
            int row = place / shape.Width;
            int column = place % shape.Width;
            PixelRectangle seen = PixelRectangle.SeenBy(_spec, _unit.Layer, _unit.Channel, row, column);
            Keep(new UnitPlace(sample, row, column, map[place], seen));
        }
    }

    /// <summary>The same for all images of a set at once.</summary>
    public static IReadOnlyList<UnitPlace> Find(Network network, SampleSet samples, Unit unit, int count, int perSample = 1)
    {
        TopPatches patches = new(network.Spec, unit, count, perSample);
        for (int n = 0; n < samples.Count; n++)
        {
            network.Forward(samples.Input(n), batch: 1);
            patches.Look(n, network.OutputOf(unit.Layer));
        }

        return patches.Places;
    }

    // The places with the largest values, of equal ones the first; where there is nothing but NaN, none.
    private List<int> Best(ReadOnlySpan<float> map)
    {
        List<int> best = new(_perSample + 1);
        for (int place = 0; place < map.Length; place++)
        {
            float value = map[place];
            if (float.IsNaN(value) || (best.Count == _perSample && !(value > map[best[^1]])))
            {
                continue;
            }

            int rank = best.Count;
            while (rank > 0 && value > map[best[rank - 1]])
            {
                rank--;
            }

            best.Insert(rank, place);
            if (best.Count > _perSample)
            {
                best.RemoveAt(_perSample);
            }
        }

        return best;
    }

    private void Keep(UnitPlace place)
    {
        int rank = _places.FindIndex(kept => Precedes(place, kept));
        _places.Insert(rank < 0 ? _places.Count : rank, place);
        if (_places.Count > _count)
        {
            _places.RemoveAt(_count);
        }
    }

    private static bool Precedes(UnitPlace place, UnitPlace kept) =>
        place.Value > kept.Value
        || (
            place.Value == kept.Value
            && (place.Sample, place.Row, place.Column).CompareTo((kept.Sample, kept.Row, kept.Column)) < 0
        );
}
