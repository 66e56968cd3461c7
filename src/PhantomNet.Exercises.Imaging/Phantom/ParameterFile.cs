using System.Text.Json;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>All that made a radiograph, and what is known of it, as JSON.</summary>
public static class ParameterFile
{
    /// <summary>What stands in every file.</summary>
    public const string Notice = "Synthetic phantom, for teaching. Not for diagnosis.";

    /// <summary>The file of a radiograph.</summary>
    /// <param name="setting">What made it.</param>
    /// <param name="radiograph">What came out.</param>
    /// <param name="scale">How it was shown.</param>
    public static byte[] Write(PhantomSetting setting, Radiograph radiograph, DisplayScale scale)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("notice", Notice);
            json.WriteString("label", radiograph.Label == 0 ? "normal" : "diseased");
            Patient(json, setting);
            Tube(json, setting, radiograph);
            Detector(json, setting, radiograph);
            Image(json, setting, scale);
            json.WriteEndObject();
        }

        return stream.ToArray();
    }

    private static void Patient(Utf8JsonWriter json, PhantomSetting setting)
    {
        json.WriteStartObject("patient");
        json.WriteNumber("seed", setting.Patient.Seed);
        json.WriteNumber("size", setting.Patient.Size);
        json.WriteNumber("inspiration", setting.Patient.Inspiration);
        json.WriteNumber("rotationDegrees", setting.Patient.RotationDegrees);
        json.WriteNumber("cardiothoracicRatio", setting.Patient.CardiothoracicRatio);
        json.WriteBoolean("female", setting.Patient.IsFemale);
        json.WriteEndObject();
        if (setting.Disease is not { } disease)
        {
            json.WriteNull("disease");
            return;
        }

        json.WriteStartObject("disease");
        json.WriteString("kind", disease.Kind.ToString());
        json.WriteNumber("seed", disease.Seed);
        json.WriteString("side", disease.Side.ToString());
        json.WriteString("zone", disease.Zone.ToString());
        json.WriteNumber("sizeCm", disease.SizeCm);
        json.WriteNumber("density", disease.Density);
        json.WriteBoolean("airBronchograms", disease.AirBronchograms);
        json.WriteEndObject();
    }

    private static void Tube(Utf8JsonWriter json, PhantomSetting setting, Radiograph radiograph)
    {
        json.WriteStartObject("tube");
        json.WriteNumber("kVp", setting.Tube.KVp);
        json.WriteNumber("aluminiumMm", setting.Tube.AluminiumMm);
        json.WriteNumber("copperMm", setting.Tube.CopperMm);
        json.WriteNumber("anodeAngleDegrees", setting.Tube.AnodeAngleDegrees);
        json.WriteNumber("meanEnergyKeV", radiograph.Beam.Spectrum.MeanEnergyKeV);
        json.WriteNumber("halfValueLayerMmAl", radiograph.Beam.Spectrum.HalfValueLayerMmAl);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteNumber("sourceToDetectorCm", radiograph.Settings.Geometry.SourceToDetectorCm);
        json.WriteNumber("centreToDetectorCm", radiograph.Settings.Geometry.CentreToDetectorCm);
        json.WriteNumber("fieldCm", radiograph.Settings.Geometry.FieldCm);
        json.WriteEndObject();
    }

    private static void Detector(Utf8JsonWriter json, PhantomSetting setting, Radiograph radiograph)
    {
        json.WriteStartObject("detector");
        json.WriteNumber("mAs", setting.Detector.MAs);
        json.WriteString("grid", setting.Detector.Grid.ToString());
        json.WriteNumber("scatterFractionBeforeGrid", setting.Detector.ScatterFraction);
        json.WriteNumber("scatterFractionAtDetector", radiograph.Stages.ScatterFraction);
        json.WriteString("mtf", setting.Detector.Mtf.ToString());
        json.WriteNumber("mtfHalfCyclesPerMm", setting.Detector.MtfCyclesPerMm);
        json.WriteNumber("openQuantaPerPixel", radiograph.Open.QuantaPerPixel);
        json.WriteNumber("noiseSeed", setting.NoiseSeed);
        json.WriteEndObject();
    }

    private static void Image(Utf8JsonWriter json, PhantomSetting setting, DisplayScale scale)
    {
        json.WriteStartObject("image");
        json.WriteNumber("rows", setting.Size);
        json.WriteNumber("columns", setting.Size);
        json.WriteNumber("pixelPitchMm", setting.PixelPitchMm);
        json.WriteNumber("black", scale.Black);
        json.WriteNumber("white", scale.White);
        json.WriteEndObject();
    }
}
