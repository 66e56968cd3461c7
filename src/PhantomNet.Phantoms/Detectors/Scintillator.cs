using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Detectors;

/// <summary>The layer of caesium iodide that turns x rays into light.</summary>
public static class Scintillator
{
    /// <summary>A layer as flat panels have it, in g/cm²: 0.5 mm thick, three quarters of it crystal (4.51 g/cm³) and the rest gaps. Chosen, not that of a product.</summary>
    public const double MassThicknessGPerCm2 = 0.05 * 0.75 * 4.51;

    /// <summary>Share of photons that interact in the layer, by energy: 1 − exp(−μ/ρ · x).</summary>
    /// <param name="spectrum">Whose energies are asked for.</param>
    /// <remarks>
    /// Simplification: a photon that interacts gives all its energy; light from K fluorescence that escapes is not taken off.
    /// </remarks>
    public static double[] QuantumEfficiency(TubeSpectrum spectrum)
    {
        double[] efficiency = new double[spectrum.EnergyKeV.Length];
        for (int bin = 0; bin < efficiency.Length; bin++)
        {
            double mu = AttenuationTable.MassAttenuationCm2PerG(Material.CesiumIodide, spectrum.EnergyKeV[bin]);
            efficiency[bin] = 1 - Math.Exp(-mu * MassThicknessGPerCm2);
        }

        return efficiency;
    }
}
