using System.Collections.Immutable;
using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Spectra;

/// <summary>
/// The photons of a tube behind its filters and 100 cm of air, in the middle of the beam at 100 cm from the focus, in bins of 1 keV
/// from 10 keV up.
/// </summary>
public sealed class TubeSpectrum
{
    private const double FirstEdgeKeV = AttenuationTable.LowestEnergyKeV;

    // What lies between the tube and the place where the photons are counted.
    private const double AirCm = 100;

    private readonly KermaLayers _kerma;

    private TubeSpectrum(TubeSettings? settings, double[] energyKeV, double[] photons, double lineShare)
    {
        Settings = settings;
        EnergyKeV = [.. energyKeV];
        PhotonsPerMm2PerMAs = [.. photons];
        LineShare = lineShare;
        double sum = 0;
        double energySum = 0;
        for (int bin = 0; bin < photons.Length; bin++)
        {
            sum += photons[bin];
            energySum += photons[bin] * energyKeV[bin];
        }

        TotalPhotonsPerMm2PerMAs = sum;
        MeanEnergyKeV = energySum / sum;
        _kerma = new KermaLayers(energyKeV, photons);
        HalfValueLayerMmAl = _kerma.ThicknessMmAl(0.5);
        SecondHalfValueLayerMmAl = _kerma.ThicknessMmAl(0.25) - HalfValueLayerMmAl;
    }

    /// <summary>What was set at the tube; none for a monochromatic beam.</summary>
    public TubeSettings? Settings { get; }

    /// <summary>The bins' centres, keV, rising: n ≤ 120. Bins are 1 keV wide; the last ends at the tube voltage.</summary>
    public ImmutableArray<double> EnergyKeV { get; }

    /// <summary>Photons in each bin, per mm² at 100 cm and per mAs, n of them.</summary>
    public ImmutableArray<double> PhotonsPerMm2PerMAs { get; }

    /// <summary>Photons of all bins, per mm² at 100 cm and per mAs.</summary>
    public double TotalPhotonsPerMm2PerMAs { get; }

    /// <summary>Mean energy of the photons, keV, each counted once.</summary>
    public double MeanEnergyKeV { get; }

    /// <summary>First half-value layer: mm of aluminium that halve the air kerma, without scatter.</summary>
    public double HalfValueLayerMmAl { get; }

    /// <summary>Second half-value layer: mm of aluminium more that halve it again. More than the first, as the beam hardens.</summary>
    public double SecondHalfValueLayerMmAl { get; }

    /// <summary>Air kerma in free air at 100 cm, µGy per mAs.</summary>
    public double AirKermaMicroGyPerMAs => _kerma.OpenMicroGyPerMAs;

    /// <summary>Share of the photons that are of tungsten's K lines, 0 to 1; none up to 69.525 kV.</summary>
    public double LineShare { get; }

    /// <summary>The spectrum of a tube (docs/physics.md tells the model and how far off it is).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A setting is outside what <see cref="TubeSettings"/> allows.</exception>
    public static TubeSpectrum Of(TubeSettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        settings.Validate();
        TungstenAnode anode = new(settings.KVp, settings.AnodeAngleDegrees);
        int bins = (int)Math.Ceiling(settings.KVp - FirstEdgeKeV);
        double[] energyKeV = new double[bins];
        double[] photons = new double[bins];
        for (int bin = 0; bin < bins; bin++)
        {
            double low = FirstEdgeKeV + bin;
            double high = Math.Min(low + 1, settings.KVp);
            energyKeV[bin] = (low + high) / 2;
            photons[bin] = (high - low) * anode.Bremsstrahlung(energyKeV[bin]) * Filter(settings, energyKeV[bin]);
        }

        double bremsstrahlung = photons.Sum();
        AddLines(settings, anode, photons);
        return new TubeSpectrum(settings, energyKeV, photons, 1 - (bremsstrahlung / photons.Sum()));
    }

    /// <summary>A beam of one energy, for checks against closed forms.</summary>
    /// <param name="energyKeV">Energy of every photon, 10 to 150 keV.</param>
    /// <param name="photonsPerMm2PerMAs">Photons per mm² at 100 cm and per mAs, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is outside the table, or there are no photons.</exception>
    public static TubeSpectrum Monochromatic(double energyKeV, double photonsPerMm2PerMAs = 1e6)
    {
        if (!(photonsPerMm2PerMAs > 0 && double.IsFinite(photonsPerMm2PerMAs)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(photonsPerMm2PerMAs),
                photonsPerMm2PerMAs,
                $"A beam of {photonsPerMm2PerMAs} photons per mm² and mAs was asked for; give a finite number above 0."
            );
        }

        return new TubeSpectrum(settings: null, [energyKeV], [photonsPerMm2PerMAs], lineShare: 0);
    }

    // A line lies in the bin that holds its energy, and passes the filters as that bin does.
    private static void AddLines(TubeSettings settings, TungstenAnode anode, double[] photons)
    {
        foreach (CharacteristicLine line in CharacteristicLine.Tungsten)
        {
            double count = anode.Line(line);
            if (count > 0)
            {
                photons[(int)(line.EnergyKeV - FirstEdgeKeV)] += count * Filter(settings, line.EnergyKeV);
            }
        }
    }

    private static double Filter(TubeSettings settings, double energyKeV) =>
        Math.Exp(
            -Depth(Material.Aluminium, settings.AluminiumMm / 10, energyKeV)
                - Depth(Material.Copper, settings.CopperMm / 10, energyKeV)
                - Depth(Material.Air, AirCm, energyKeV)
        );

    private static double Depth(Material material, double thicknessCm, double energyKeV) =>
        AttenuationTable.MassAttenuationCm2PerG(material, energyKeV) * AttenuationTable.DensityGPerCm3(material) * thicknessCm;
}
