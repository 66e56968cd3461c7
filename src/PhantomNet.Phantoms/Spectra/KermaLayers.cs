using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Spectra;

/// <summary>Air kerma of a spectrum behind aluminium. Kerma is energy fluence × μ_en/ρ of air, bin by bin.</summary>
internal sealed class KermaLayers
{
    private const double JoulePerKeV = 1.602176634e-16;

    // 1 keV/mm² · 1 cm²/g = 100 keV/cm² · cm²/g = 1e5 keV/kg; and 1e6 µGy are 1 Gy.
    private const double MicroGyPerKeVCm2PerMm2G = JoulePerKeV * 1e5 * 1e6;

    // Newton's steps on the logarithm, convex in the thickness, come from below and never overshoot; a dozen are far more than needed.
    private const int Steps = 12;

    private readonly double[] _kerma;
    private readonly double[] _perMm;

    public KermaLayers(double[] energyKeV, double[] photons)
    {
        _kerma = new double[energyKeV.Length];
        _perMm = new double[energyKeV.Length];
        double density = AttenuationTable.DensityGPerCm3(Material.Aluminium);
        for (int bin = 0; bin < energyKeV.Length; bin++)
        {
            double absorbed = AttenuationTable.MassEnergyAbsorptionCm2PerG(Material.Air, energyKeV[bin]);
            _kerma[bin] = photons[bin] * energyKeV[bin] * absorbed;
            _perMm[bin] = AttenuationTable.MassAttenuationCm2PerG(Material.Aluminium, energyKeV[bin]) * density / 10;
        }
    }

    /// <summary>µGy per mAs with nothing in the way.</summary>
    public double OpenMicroGyPerMAs => _kerma.Sum() * MicroGyPerKeVCm2PerMm2G;

    /// <summary>mm of aluminium that leave this share of the kerma.</summary>
    public double ThicknessMmAl(double share)
    {
        double open = _kerma.Sum();
        double thickness = 0;
        for (int step = 0; step < Steps; step++)
        {
            double left = 0;
            double slope = 0;
            for (int bin = 0; bin < _kerma.Length; bin++)
            {
                double kerma = _kerma[bin] * Math.Exp(-_perMm[bin] * thickness);
                left += kerma;
                slope += kerma * _perMm[bin];
            }

            double move = Math.Log(left / open / share) * left / slope;
            thickness += move;
            if (Math.Abs(move) < 1e-9)
            {
                break;
            }
        }

        return thickness;
    }
}
