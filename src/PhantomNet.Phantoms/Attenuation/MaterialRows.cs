namespace PhantomNet.Phantoms.Attenuation;

/// <summary>The rows of one material, by energy; an edge is two rows of one energy, the one below it first.</summary>
internal sealed class MaterialRows
{
    private readonly double[] _energyKeV;
    private readonly double[] _logEnergy;
    private readonly Coefficient _attenuation;
    private readonly Coefficient _absorption;

    /// <summary>Rows of equal length, energies never falling.</summary>
    public MaterialRows(double[] energyKeV, double[] massAttenuation, double[] massEnergyAbsorption)
    {
        _energyKeV = energyKeV;
        _logEnergy = Array.ConvertAll(energyKeV, Math.Log);
        _attenuation = new Coefficient(massAttenuation, Array.ConvertAll(massAttenuation, Math.Log));
        _absorption = new Coefficient(massEnergyAbsorption, Array.ConvertAll(massEnergyAbsorption, Math.Log));
    }

    /// <summary>μ/ρ in cm²/g.</summary>
    public double MassAttenuation(double energyKeV) => Interpolate(_attenuation, energyKeV);

    /// <summary>μ_en/ρ in cm²/g.</summary>
    public double MassEnergyAbsorption(double energyKeV) => Interpolate(_absorption, energyKeV);

    private double Interpolate(Coefficient coefficient, double energyKeV)
    {
        // The last row not above the energy: of the two at an edge, the one above it.
        int row = _energyKeV.Length - 1;
        while (_energyKeV[row] > energyKeV)
        {
            row--;
        }

        if (_energyKeV[row] == energyKeV)
        {
            return coefficient.Value[row];
        }

        double along = (Math.Log(energyKeV) - _logEnergy[row]) / (_logEnergy[row + 1] - _logEnergy[row]);
        return Math.Exp(coefficient.Log[row] + (along * (coefficient.Log[row + 1] - coefficient.Log[row])));
    }

    private readonly record struct Coefficient(double[] Value, double[] Log);
}
