using System.Collections.Immutable;
using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// A spectrum as a detector counts it, and what is left of it behind tissue by Beer and Lambert's law, energy by energy. Scattered
/// photons are not in it.
/// </summary>
public sealed class Beam
{
    private readonly double[] _energyKeV;
    private readonly double[] _weight;
    private readonly double[] _soft;
    private readonly double[] _lung;
    private readonly double[] _bone;
    private TransmissionTable? _table;

    /// <summary>A beam of this spectrum, seen by a detector of this efficiency.</summary>
    /// <param name="spectrum">The photons that reach the patient.</param>
    /// <param name="quantumEfficiency">
    /// Share of photons that the detector counts at each energy of <see cref="TubeSpectrum.EnergyKeV"/>, 0 to 1.
    /// </param>
    /// <exception cref="ArgumentException">As many efficiencies as energies are needed, one of them above 0.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An efficiency is outside 0 to 1.</exception>
    public Beam(TubeSpectrum spectrum, ReadOnlySpan<double> quantumEfficiency)
    {
        ArgumentNullException.ThrowIfNull(spectrum);
        Check(spectrum, quantumEfficiency);
        Spectrum = spectrum;
        _energyKeV = [.. spectrum.EnergyKeV];
        _weight = new double[_energyKeV.Length];
        double detected = 0;
        for (int bin = 0; bin < _weight.Length; bin++)
        {
            _weight[bin] = spectrum.PhotonsPerMm2PerMAs[bin] * quantumEfficiency[bin];
            detected += _weight[bin];
        }

        if (!(detected > 0))
        {
            throw new ArgumentException(
                "The detector counts none of these photons; give it some efficiency.",
                nameof(quantumEfficiency)
            );
        }

        for (int bin = 0; bin < _weight.Length; bin++)
        {
            _weight[bin] /= detected;
        }

        DetectedPhotonsPerMm2PerMAs = detected;
        _soft = Coefficients(Material.SoftTissue);
        _lung = Coefficients(Material.Lung);
        _bone = Coefficients(Material.CorticalBone);
        OpenMeanDetectedEnergyKeV = Transmit(0, 0, 0).MeanDetectedEnergyKeV;
    }

    /// <summary>The photons that reach the patient.</summary>
    public TubeSpectrum Spectrum { get; }

    /// <summary>Photons of the open beam that the detector would count, per mm² at 100 cm and per mAs: Σ φ η.</summary>
    public double DetectedPhotonsPerMm2PerMAs { get; }

    /// <summary>Mean energy of the counted photons of the open beam, keV.</summary>
    public double OpenMeanDetectedEnergyKeV { get; }

    /// <summary>The fast table, made when it is first asked for.</summary>
    public TransmissionTable Table => _table ??= new TransmissionTable(this);

    internal ReadOnlySpan<double> EnergyKeV => _energyKeV;

    // Shares of the counted photons of the open beam; they sum to 1.
    internal ReadOnlySpan<double> Weight => _weight;

    internal ReadOnlySpan<double> Soft => _soft;

    internal ReadOnlySpan<double> Lung => _lung;

    internal ReadOnlySpan<double> Bone => _bone;

    /// <summary>
    /// What is counted behind tissue: Σ φ η exp(−Σ μ/ρ · x) / Σ φ η, and the mean energy of those photons. Exact for the spectrum's
    /// bins; behind so much tissue that nothing is left, the fraction is 0 and the energy that of the most penetrating bin.
    /// </summary>
    /// <param name="softGPerCm2">Soft tissue along the ray, g/cm².</param>
    /// <param name="lungGPerCm2">Lung along the ray, g/cm².</param>
    /// <param name="boneGPerCm2">Cortical bone along the ray, g/cm².</param>
    public (double DetectedFraction, double MeanDetectedEnergyKeV) Transmit(
        double softGPerCm2,
        double lungGPerCm2,
        double boneGPerCm2
    )
    {
        double sum = 0;
        double energySum = 0;
        for (int bin = 0; bin < _weight.Length; bin++)
        {
            double depth = (_soft[bin] * softGPerCm2) + (_lung[bin] * lungGPerCm2) + (_bone[bin] * boneGPerCm2);
            double left = _weight[bin] * Math.Exp(-depth);
            sum += left;
            energySum += left * _energyKeV[bin];
        }

        return sum > 0 ? (sum, energySum / sum) : (0, _energyKeV[^1]);
    }

    private double[] Coefficients(Material material) =>
        Array.ConvertAll(_energyKeV, energyKeV => AttenuationTable.MassAttenuationCm2PerG(material, energyKeV));

    private static void Check(TubeSpectrum spectrum, ReadOnlySpan<double> quantumEfficiency)
    {
        ImmutableArray<double> energyKeV = spectrum.EnergyKeV;
        if (quantumEfficiency.Length != energyKeV.Length)
        {
            throw new ArgumentException(
                $"There are {quantumEfficiency.Length} efficiencies for {energyKeV.Length} energies; give one for each.",
                nameof(quantumEfficiency)
            );
        }

        for (int bin = 0; bin < energyKeV.Length; bin++)
        {
            if (!(quantumEfficiency[bin] >= 0 && quantumEfficiency[bin] <= 1))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(quantumEfficiency),
                    quantumEfficiency[bin],
                    $"The efficiency at {energyKeV[bin]} keV is {quantumEfficiency[bin]}; it is a share of photons, 0 to 1."
                );
            }
        }
    }
}
