using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What has been measured on this page so far, the latest last.</summary>
public sealed class Measurements
{
    private const int Most = 200;

    private readonly List<Measurement> _all = [];
    private readonly HashSet<PhantomSetting> _seen = [];

    /// <summary>All of them, one for each setting.</summary>
    public IReadOnlyList<Measurement> All => _all;

    /// <summary>The latest; null before the first.</summary>
    public Measurement? Latest => _all.Count > 0 ? _all[^1] : null;

    /// <summary>Measures a radiograph. One that was measured before isn't counted twice, but is the latest again.</summary>
    public void Take(PhantomSetting setting, Radiograph radiograph, Places places)
    {
        int known = _all.FindIndex(other => other.Setting with { NoiseSeed = setting.NoiseSeed } == setting);
        Measurement? before = known < 0 ? null : _all[known];
        if (known >= 0)
        {
            _all.RemoveAt(known);
        }

        bool isNew = _seen.Add(setting);
        (double sum, double mean) = places.Patch.Noise(radiograph);
        (double? contrast, double error) = Contrast(radiograph, places);
        int pixels = places.Patch.Side * places.Patch.Side;
        bool counts = isNew || before is null;
        _all.Add(
            new Measurement(
                setting,
                contrast,
                error,
                (before?.Exposures ?? 0) + (counts ? 1 : 0),
                (before?.Pixels ?? 0) + (counts ? pixels : 0),
                (before?.SumOfSquares ?? 0) + (counts ? sum : 0),
                mean,
                radiograph.Open.QuantaPerPixel
            )
        );
        if (_all.Count > Most)
        {
            _all.RemoveAt(0);
        }
    }

    /// <summary>The latest and one before it that differs from it in nothing but what <paramref name="but"/> makes equal.</summary>
    /// <param name="but">Gives its first argument what it may differ in from its second.</param>
    /// <param name="holds">What must hold of the earlier one and the latest.</param>
    public (Measurement Earlier, Measurement Latest)? Pair(
        Func<PhantomSetting, PhantomSetting, PhantomSetting> but,
        Func<PhantomSetting, PhantomSetting, bool> holds
    )
    {
        if (Latest is not { } latest)
        {
            return null;
        }

        for (int i = _all.Count - 2; i >= 0; i--)
        {
            PhantomSetting other = _all[i].Setting with { NoiseSeed = latest.Setting.NoiseSeed };
            if (but(other, latest.Setting) == latest.Setting && holds(other, latest.Setting))
            {
                return (_all[i], latest);
            }
        }

        return null;
    }

    private static (double? Contrast, double Error) Contrast(Radiograph radiograph, Places places)
    {
        if (places is not { Rib: { } rib, Lung: { } lung })
        {
            return (null, 0);
        }

        PixelFacts bone = PixelFacts.Of(radiograph, rib.Row, rib.Column);
        PixelFacts air = PixelFacts.Of(radiograph, lung.Row, lung.Column);
        return (bone.LogSignal - air.LogSignal, Math.Sqrt((1 / bone.ExpectedQuanta) + (1 / air.ExpectedQuanta)));
    }
}
