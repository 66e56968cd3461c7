using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A patient's radiograph as this step needs it, and that of the same patient in health.</summary>
public sealed class PatientShot
{
    /// <summary>Takes what is needed of both.</summary>
    /// <param name="patient">Who it is.</param>
    /// <param name="radiograph">With the lesion's thickness.</param>
    /// <param name="healthy">
    /// The same without the disease, with the same noise and in the same window; of a normal patient the radiograph itself.
    /// </param>
    public PatientShot(PatientChoice patient, Radiograph radiograph, Radiograph healthy)
    {
        Patient = patient;
        Pixels = radiograph.Pixels();
        Input = TrainedModel.Loaded.Input(radiograph);
        Mask = radiograph.Mask(Structure.Lesion);
        HealthyInput = TrainedModel.Loaded.Input(healthy);
        // Also where the lesion is too thin for the mask: nothing of it may stay.
        ReadOnlySpan<float> lesion = radiograph.ThicknessCm(Structure.Lesion).Span;
        WithoutLesion = [.. Input];
        for (int i = 0; i < lesion.Length; i++)
        {
            WithoutLesion[i] = lesion[i] > 0 ? HealthyInput[i] : Input[i];
        }
    }

    /// <summary>Whose it is.</summary>
    public PatientChoice Patient { get; }

    /// <summary>Within its window, 0 to 1.</summary>
    public float[] Pixels { get; }

    /// <summary>What the network is given.</summary>
    public float[] Input { get; }

    /// <summary>Where the lesion is; nowhere in a normal patient.</summary>
    public bool[] Mask { get; }

    /// <summary>What it would be given of the same patient in health.</summary>
    public float[] HealthyInput { get; }

    /// <summary>What it is given, with the lesion's pixels alone those of health.</summary>
    public float[] WithoutLesion { get; }

    /// <summary>Whether there is a mask.</summary>
    public bool HasLesion => Mask.Contains(true);

    /// <summary>The settings of the same patient in health, shown in the same window, so that grey means the same.</summary>
    public static RadiographSettings Healthy(Radiograph radiograph) =>
        radiograph.Settings with
        {
            Disease = null,
            Image = radiograph.Settings.Image with { Shown = radiograph.Window },
        };
}
