using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Inspection;

/// <summary>The places in a set of images that excite one unit most. Images are shown to it one by one, in any slices of time.</summary>
/// <remarks>Of equal values the earlier image comes first, and within it the first place in reading order.</remarks>
public sealed class TopPatches
{
    private readonly Network _network;
    private readonly Unit _unit;
    private readonly int _count;
    private readonly int _perSample;
    private readonly List<UnitPlace> _places = [];

    /// <summary>Starts with none.</summary>
    /// <param name="network">The network.</param>
    /// <param name="unit">Whose excitement is sought.</param>
    /// <param name="count">How many places are kept, at least 1.</param>
    /// <param name="perSample">How many of them one image may have, at least 1: else one image could fill the list with neighbours.</param>
    /// <exception cref="ArgumentException">The network has no such unit, or a number is below 1.</exception>
    public TopPatches(Network network, Unit unit, int count, int perSample = 1)
    {
        unit.Check(network.Spec);
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(perSample, 1);
        _network = network;
        _unit = unit;
        _count = count;
        _perSample = perSample;
    }

    /// <summary>The places found so far, the most exciting first.</summary>
    public IReadOnlyList<UnitPlace> Places => _places;

    /// <summary>Shows it another image.</summary>
    /// <param name="sample">Index of the image, which its places will name.</param>
    /// <param name="input">[channels, height, width].</param>
    public void Look(int sample, ReadOnlySpan<float> input)
    {
        NetworkSpec spec = _network.Spec;
        Shape shape = spec.OutputOf(_unit.Layer);
        int places = shape.Height * shape.Width;
        _network.Forward(input, batch: 1);
        float[] map = _network.OutputOf(_unit.Layer).Slice(_unit.Channel * places, places).ToArray();
        IEnumerable<int> best = Enumerable
            .Range(0, places)
            .Where(place => !float.IsNaN(map[place]))
            .OrderByDescending(place => map[place])
            .Take(_perSample);
        foreach (int place in best)
        {
            int row = place / shape.Width;
            int column = place % shape.Width;
            PixelRectangle seen = PixelRectangle.SeenBy(spec, _unit.Layer, _unit.Channel, row, column);
            Keep(new UnitPlace(sample, row, column, map[place], seen));
        }
    }

    /// <summary>The same for all images of a set at once.</summary>
    public static IReadOnlyList<UnitPlace> Find(Network network, SampleSet samples, Unit unit, int count, int perSample = 1)
    {
        TopPatches patches = new(network, unit, count, perSample);
        for (int n = 0; n < samples.Count; n++)
        {
            patches.Look(n, samples.Input(n));
        }

        return patches.Places;
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
