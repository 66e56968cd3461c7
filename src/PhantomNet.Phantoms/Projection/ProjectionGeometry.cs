using PhantomNet.Phantoms.Anatomy.Solids;

namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// A point source behind the patient and a flat square detector before the chest (PA), square to each other. The central ray runs along z
/// through the middle of the detector.
/// </summary>
/// <param name="SourceToDetectorCm">180 cm is usual for a chest.</param>
/// <param name="CentreToDetectorCm">From the middle of the patient to the detector, in cm.</param>
/// <param name="FieldCm">The side of the detector, in cm.</param>
/// <param name="CentreYCm">How high the central ray passes, in cm.</param>
public sealed record ProjectionGeometry(
    double SourceToDetectorCm = 180,
    double CentreToDetectorCm = 15,
    double FieldCm = 40,
    double CentreYCm = 0
)
{
    /// <summary>Where the source is.</summary>
    public Vector Source => new(0, CentreYCm, CentreToDetectorCm - SourceToDetectorCm);

    /// <summary>How much larger something at the depth <paramref name="z"/> is on the detector: source–detector over source–object.</summary>
    /// <param name="z">In cm; the middle of the patient is 0.</param>
    public double Magnification(double z) => SourceToDetectorCm / (SourceToDetectorCm - CentreToDetectorCm + z);

    /// <summary>Where on the detector a point falls: from its middle to the image's right and to its top, in cm.</summary>
    public (double Across, double Up) Project(Vector point)
    {
        double magnification = Magnification(point.Z);
        return (point.X * magnification, (point.Y - CentreYCm) * magnification);
    }

    /// <summary>Checks that it can be computed with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A distance isn't positive, or the source isn't behind the patient.</exception>
    public void Validate()
    {
        Require(FieldCm > 0 && double.IsFinite(FieldCm), nameof(FieldCm), FieldCm, "a length above 0 cm");
        Require(double.IsFinite(CentreYCm), nameof(CentreYCm), CentreYCm, "a finite height");
        Require(double.IsFinite(CentreToDetectorCm), nameof(CentreToDetectorCm), CentreToDetectorCm, "a finite distance");
        bool isBehind = SourceToDetectorCm - CentreToDetectorCm >= 50 && double.IsFinite(SourceToDetectorCm);
        Require(
            isBehind,
            nameof(SourceToDetectorCm),
            SourceToDetectorCm,
            "at least 50 cm from the source to the middle of the patient"
        );
    }

    private static void Require(bool holds, string name, double given, string expected)
    {
        if (!holds)
        {
            throw new ArgumentOutOfRangeException(name, given, $"{name} is {given} cm; give {expected}.");
        }
    }
}
