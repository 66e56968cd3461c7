using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Spectra;

/// <summary>
/// Photons that leave a thick tungsten anode, before any filter. Kramers' law (docs/sources.md#kramers) is the sum over the
/// electrons' energies T, as they slow down, of equal contributions to every photon energy below T; here each contribution is
/// attenuated on its way out of the tungsten, from the depth that the electrons have reached by then.
/// </summary>
internal sealed class TungstenAnode
{
    /// <summary>Energy of tungsten's K edge, keV: the least that makes K lines.</summary>
    public const double KEdgeKeV = 69.525;

    /// <summary>
    /// Kramers' constant: photons per mm² at 100 cm, per mAs, per keV of electron energy and per unit of ln E. It is set so that
    /// 110 kV, 12°, 3.4 mm Al and 0.2 mm Cu give the fluence of SpekCalc (docs/sources.md#spekcalc) from 45 to 75 keV.
    /// </summary>
    public const double PhotonsPerMm2PerMAsPerKeV = 4.69e4;

    // Kanaya and Okayama's range of electrons (docs/sources.md#kanaya-okayama): 2.76e-6 A / Z^0.889 · T^1.67 g/cm², A = 183.84, Z = 74.
    private const double RangeFactor = 1.1056e-5;
    private const double RangeExponent = 1.67;

    // Simplification: electrons scatter, so on average they are less deep than their range. The share is fitted to the half-value
    // layers that PTB measured, 50 to 120 kV (docs/sources.md#ptb-dos-34); one number for all of them.
    private const double MeanDepthShare = 0.27;

    // Simplification: K photons ∝ (U − 1)^1.63 (docs/sources.md#green-cosslett), the factor set by SpekCalc at 110 kV as above, keV.
    private const double LineYieldKeV = 13.2;
    private const double OvervoltageExponent = 1.63;

    // Points and weights of Gauss and Legendre on 0 … 1, eight of them: the integrand over T is smooth.
    private static readonly double[] _points =
    [
        0.019855071751231856,
        0.10166676129318664,
        0.2372337950418355,
        0.4082826787521751,
        0.5917173212478249,
        0.7627662049581645,
        0.8983332387068134,
        0.9801449282487682,
    ];

    private static readonly double[] _weights =
    [
        0.05061426814518813,
        0.11119051722668724,
        0.15685332293894363,
        0.18134189168918100,
        0.18134189168918100,
        0.15685332293894363,
        0.11119051722668724,
        0.05061426814518813,
    ];

    private readonly double _kVp;
    private readonly double _escapePerDepth;
    private readonly double _rangeGPerCm2;

    public TungstenAnode(double kVp, double angleDegrees)
    {
        _kVp = kVp;
        _rangeGPerCm2 = RangeGPerCm2(kVp);
        // Electrons go in at right angles to the beam: from depth d the way out along the beam is d / tan(angle).
        _escapePerDepth = MeanDepthShare / Math.Tan(angleDegrees * Math.PI / 180);
    }

    /// <summary>Bremsstrahlung per mm² at 100 cm, per mAs and per keV.</summary>
    public double Bremsstrahlung(double energyKeV) =>
        energyKeV >= _kVp ? 0 : PhotonsPerMm2PerMAsPerKeV * (_kVp - energyKeV) / energyKeV * Escape(energyKeV, energyKeV);

    /// <summary>Photons of a K line per mm² at 100 cm and per mAs.</summary>
    public double Line(CharacteristicLine line) =>
        _kVp <= KEdgeKeV
            ? 0
            : PhotonsPerMm2PerMAsPerKeV
                * LineYieldKeV
                * line.Share
                * Math.Pow((_kVp / KEdgeKeV) - 1, OvervoltageExponent)
                * Escape(line.EnergyKeV, KEdgeKeV);

    // Mean share of photons that get out, over electrons that slow down from kVp to the least energy.
    private double Escape(double energyKeV, double leastElectronKeV)
    {
        double attenuation = AttenuationTable.MassAttenuationCm2PerG(Material.Tungsten, energyKeV) * _escapePerDepth;
        double escape = 0;
        for (int p = 0; p < _points.Length; p++)
        {
            double electronKeV = leastElectronKeV + ((_kVp - leastElectronKeV) * _points[p]);
            escape += _weights[p] * Math.Exp(-attenuation * (_rangeGPerCm2 - RangeGPerCm2(electronKeV)));
        }

        return escape;
    }

    private static double RangeGPerCm2(double electronKeV) => RangeFactor * Math.Pow(electronKeV, RangeExponent);
}
