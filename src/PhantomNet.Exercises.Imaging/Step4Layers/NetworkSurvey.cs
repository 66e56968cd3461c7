using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>What one network gave for the patients of a survey: its answers, what excites its units, and what they overlap.</summary>
/// <param name="spec">The network.</param>
public sealed class NetworkSurvey(NetworkSpec spec)
{
    /// <summary>Patches that are kept of each unit.</summary>
    public const int Patches = 9;

    private readonly List<float> _margins = [];

    private readonly TopPatches[] _patches =
    [
        .. Enumerable.Range(0, InnerUnits.Count).Select(unit => new TopPatches(spec, InnerUnits.Place(unit), Patches)),
    ];

    private readonly MeanArea[][] _areas = [.. Enumerable.Range(0, InnerUnits.Count).Select(_ => New())];

    /// <summary>Of each patient the logit of pneumonia less that of normal.</summary>
    public IReadOnlyList<float> Margins => _margins;

    /// <summary>The nine places, each of another patient, where a unit gave most; places where it gave nothing are left out.</summary>
    public IReadOnlyList<Networks.Inspection.UnitPlace> PatchesOf(int unit) =>
        [.. _patches[unit].Places.Where(place => place.Value > 0)];

    /// <summary>How a unit overlaps a mask.</summary>
    public MeanArea Area(int unit, TrueMask mask) => _areas[unit][(int)mask];

    /// <summary>The unit that overlaps a mask most; null before there is any.</summary>
    public int? Best(TrueMask mask)
    {
        int[] known = [.. Enumerable.Range(0, InnerUnits.Count).Where(unit => Area(unit, mask).Count > 0)];
        return known.Length == 0 ? null : known.MaxBy(unit => Area(unit, mask).Mean);
    }

    /// <summary>How many units overlap one mask or another at least so well.</summary>
    public int CountAbove(double area) => _areas.Count(ofUnit => ofUnit.Any(mask => mask.Count > 0 && mask.Mean >= area));

    /// <summary>Takes what left each layer for a patient, who gets the next number.</summary>
    public void Look(float[][] outputs)
    {
        for (int unit = 0; unit < InnerUnits.Count; unit++)
        {
            _patches[unit].Look(_margins.Count, outputs[InnerUnits.Place(unit).Layer]);
        }

        _margins.Add(TrainedModel.Margins(outputs[^1])[0]);
    }

    /// <summary>Compares a block's maps of that patient with the masks.</summary>
    public void Compare(int block, float[][] outputs, TrueMasks masks)
    {
        for (int unit = InnerUnits.First(block); unit < InnerUnits.First(block) + InnerUnits.CountIn(block); unit++)
        {
            byte[] flags = masks.At(InnerUnits.SideOf(spec, unit));
            Add(_areas[unit], MapOverlap.Areas(InnerUnits.MapOf(outputs, unit), flags));
        }
    }

    internal static MeanArea[] New() => [.. TrueMasks.All.Select(_ => new MeanArea())];

    internal static void Add(MeanArea[] means, double[] areas)
    {
        for (int mask = 0; mask < means.Length; mask++)
        {
            means[mask].Add(areas[mask]);
        }
    }
}
