using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Reads the parts of a setting, each number within its slider's range.</summary>
internal readonly struct SettingReader(QueryReader query, string prefix)
{
    public PatientSettings Patient(PatientSettings start) =>
        new(
            Whole("patient", start.Seed),
            Number("build", start.Size, SettingRanges.Build),
            Number("breath", start.Inspiration, (0, 1)),
            Number("turn", start.RotationDegrees, SettingRanges.Turn),
            Number("heart", start.CardiothoracicRatio, SettingRanges.Heart),
            query.Flag(prefix + "female", start.IsFemale)
        );

    public Disease Shape(Disease start) =>
        start with
        {
            Seed = Whole("lesion", start.Seed),
            Side = query.Choice(prefix + "side", start.Side),
            Zone = query.Choice(prefix + "zone", start.Zone),
            SizeCm = Number("cm", start.SizeCm, SettingRanges.LesionCm),
            Density = Number("density", start.Density, (0, 1)),
            AirBronchograms = query.Flag(prefix + "bronchi", start.AirBronchograms),
        };

    public TubeSettings Tube(TubeSettings start) =>
        start with
        {
            KVp = Number("kvp", start.KVp, SettingRanges.KVp),
            AluminiumMm = Number("al", start.AluminiumMm, SettingRanges.Aluminium),
            CopperMm = Number("cu", start.CopperMm, SettingRanges.Copper),
        };

    public DetectorSettings Detector(DetectorSettings start) =>
        new(
            Number("mas", start.MAs, SettingRanges.MAs),
            query.Choice(prefix + "grid", start.Grid),
            Number("scatter", start.ScatterFraction, SettingRanges.Scatter),
            query.Choice(prefix + "mtf", start.Mtf),
            Number("f50", start.MtfCyclesPerMm, SettingRanges.HalfMtf)
        );

    // A size that isn't on offer can't be told from a mistake.
    public int Size(int start)
    {
        double size = query.Number(prefix + "size", start, 0, 1e6);
        return PhantomSetting.Sizes.FirstOrDefault(offered => offered == size, start);
    }

    private double Number(string key, double start, (double Min, double Max) range) =>
        query.Number(prefix + key, start, range.Min, range.Max);

    private int Whole(string key, int start) => query.Whole(prefix + key, start, 1, SettingRanges.MaxSeed);
}
