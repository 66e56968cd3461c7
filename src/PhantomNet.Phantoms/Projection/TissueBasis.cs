namespace PhantomNet.Phantoms.Projection;

/// <summary>Lung as so much soft tissue and so much bone (docs/sources.md#alvarez-macovski).</summary>
internal static class TissueBasis
{
    private const double ChestWallSoftGPerCm2 = 10;
    private const double ChestWallBoneGPerCm2 = 1;

    /// <summary>
    /// The g/cm² of soft tissue and of bone that attenuate as 1 g/cm² of lung does: a least-squares fit of μ/ρ, bin by bin, weighted by
    /// the photons that are counted behind a chest wall, because lung never stands alone. A monochromatic beam has one equation for two unknowns: soft tissue takes it all.
    /// </summary>
    public static (double Soft, double Bone) OfLung(Beam beam)
    {
        double ss = 0;
        double sb = 0;
        double bb = 0;
        double sl = 0;
        double bl = 0;
        for (int bin = 0; bin < beam.Weight.Length; bin++)
        {
            double depth = (beam.Soft[bin] * ChestWallSoftGPerCm2) + (beam.Bone[bin] * ChestWallBoneGPerCm2);
            double weight = beam.Weight[bin] * Math.Exp(-depth);
            ss += weight * beam.Soft[bin] * beam.Soft[bin];
            sb += weight * beam.Soft[bin] * beam.Bone[bin];
            bb += weight * beam.Bone[bin] * beam.Bone[bin];
            sl += weight * beam.Soft[bin] * beam.Lung[bin];
            bl += weight * beam.Bone[bin] * beam.Lung[bin];
        }

        double determinant = (ss * bb) - (sb * sb);
        return determinant > 1e-9 * ss * bb
            ? (((sl * bb) - (bl * sb)) / determinant, ((bl * ss) - (sl * sb)) / determinant)
            : (sl / ss, 0);
    }
}
