using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A patient's radiograph as this step needs it.</summary>
public sealed class PatientShot
{
    /// <summary>Takes what is needed of it.</summary>
    public PatientShot(PatientChoice patient, Radiograph radiograph)
    {
        Patient = patient;
        Pixels = radiograph.Pixels();
        Input = TrainedModel.Loaded.Input(radiograph);
        Mask = radiograph.Mask(Structure.Lesion);
    }

    /// <summary>Whose it is.</summary>
    public PatientChoice Patient { get; }

    /// <summary>Within its window, 0 to 1.</summary>
    public float[] Pixels { get; }

    /// <summary>What the network is given.</summary>
    public float[] Input { get; }

    /// <summary>Where the lesion is; nowhere in a normal patient.</summary>
    public bool[] Mask { get; }

    /// <summary>Whether there is any of it.</summary>
    public bool HasLesion => Mask.Contains(true);
}
