using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Anatomy.Parts;
using PhantomNet.Phantoms.Anatomy.Solids;

namespace PhantomNet.Phantoms.Anatomy;

/// <summary>A patient's chest as solids, made from settings and a disease; the same ones give the same solids.</summary>
public static class Patient
{
    /// <summary>The solids in the order in which they replace one another: bone and air, then disease, then organs, lungs and body.</summary>
    /// <param name="patient">Who it is.</param>
    /// <param name="disease">What is wrong; null for nothing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public static IReadOnlyList<Solid> Build(PatientSettings patient, Disease? disease = null)
    {
        patient.Validate();
        disease?.Validate();
        Sketch sketch = new(patient.Size, patient.RotationDegrees);
        Thorax thorax = new(patient);
        Mediastinum mediastinum = new(patient, thorax);
        new Skeleton(patient, thorax).Add(sketch);
        mediastinum.AddAirways(sketch);
        mediastinum.AddHeart(sketch);
        mediastinum.AddGreatVessels(sketch);
        thorax.AddDiaphragm(sketch);
        foreach (LungShape lung in thorax.Lungs)
        {
            VesselTree.Add(patient, lung, sketch);
        }

        if (disease is not null)
        {
            new Lesions(patient, thorax, disease, sketch).Add();
        }

        thorax.AddLungs(sketch);
        thorax.AddBody(sketch, patient.IsFemale);
        return sketch.Solids;
    }
}
