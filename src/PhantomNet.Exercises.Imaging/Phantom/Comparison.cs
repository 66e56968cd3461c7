using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Which settings of two differ.</summary>
public static class Comparison
{
    /// <summary>Name, and both values with their unit, of each that differs.</summary>
    public static IReadOnlyList<(string Name, string A, string B)> Of(PhantomSetting a, PhantomSetting b)
    {
        List<(string, string, string)> differences = [];
        foreach ((string name, Func<PhantomSetting, string> write) in _settings)
        {
            (string inA, string inB) = (write(a), write(b));
            if (inA != inB)
            {
                differences.Add((name, inA, inB));
            }
        }

        return differences;
    }

    private static readonly (string Name, Func<PhantomSetting, string> Write)[] _settings =
    [
        ("Patient", setting => $"{setting.Patient.Seed}"),
        ("Build", setting => $"{setting.Patient.Size:0.##}"),
        ("Inspiration", setting => $"{setting.Patient.Inspiration:0.##}"),
        ("Rotation", setting => Written.Minus($"{setting.Patient.RotationDegrees:0.#}°")),
        ("Cardiothoracic ratio", setting => $"{setting.Patient.CardiothoracicRatio:0.##}"),
        ("Breast tissue", setting => setting.Patient.IsFemale ? "yes" : "no"),
        ("Disease", Disease),
        ("Tube voltage", setting => $"{setting.Tube.KVp:0.#} kV"),
        ("Aluminium", setting => $"{setting.Tube.AluminiumMm:0.##} mm"),
        ("Copper", setting => $"{setting.Tube.CopperMm:0.##} mm"),
        ("Exposure", setting => $"{Numerals.Short(setting.Detector.MAs)} mAs"),
        ("Grid", setting => setting.Detector.Grid == GridKind.Grid ? "with" : "without"),
        ("Scatter fraction before the grid", setting => $"{setting.Detector.ScatterFraction:0.##}"),
        ("MTF", setting => setting.Detector.Mtf.ToString()),
        ("MTF one half at", setting => $"{setting.Detector.MtfCyclesPerMm:0.##} cycles/mm"),
        ("Matrix", setting => $"{setting.Size}²"),
        ("Noise seed", setting => $"{setting.NoiseSeed}"),
    ];

    private static string Disease(PhantomSetting setting) =>
        setting.Finding switch
        {
            Finding.None => "none",
            Finding.Diffuse =>
                $"diffuse, {setting.Shape.SizeCm:0.#} cm, density {setting.Shape.Density:0.##}, seed {setting.Shape.Seed}",
            _ =>
                $"{setting.Finding}, {setting.Shape.Side} {setting.Shape.Zone}, {setting.Shape.SizeCm:0.#} cm, density {setting.Shape.Density:0.##}, seed {setting.Shape.Seed}{(setting.Shape.AirBronchograms ? ", air bronchograms" : "")}".ToLowerInvariant(),
        };
}
