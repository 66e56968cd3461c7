using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Projection;

public sealed class TransmissionTableTests
{
    // What the table promises. Measured worst cases are in docs/physics.md.
    private const double Promised = 1e-3;

    // A chest holds a kilogram of lung over hundreds of cm²; no ray meets more than this.
    private const double MostLungGPerCm2 = 15;

    public static TheoryData<double, double, double> Beams =>
        new()
        {
            { 50, 1, 0 },
            { 50, 3, 0 },
            { 80, 2.5, 0 },
            { 120, 3, 0 },
            { 130, 1, 0 },
            { 130, 3, 0.3 },
        };

    [Theory, MemberData(nameof(Beams))]
    public void The_table_agrees_with_the_sums_over_the_spectrum(double kVp, double aluminiumMm, double copperMm)
    {
        Beam beam = Counting(new TubeSettings(kVp, aluminiumMm, copperMm));
        (double fraction, double energy) = WorstErrors(beam);
        TestContext.Current.SendDiagnosticMessage(
            $"{kVp} kV {aluminiumMm} Al {copperMm} Cu: fraction {fraction:E2}, energy {energy:E2}"
        );
        Assert.InRange(fraction, 0, Promised);
        Assert.InRange(energy, 0, Promised);
    }

    internal static Beam Counting(TubeSettings settings)
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(settings);
        return new Beam(spectrum, [.. spectrum.EnergyKeV.Select(_ => 1.0)]);
    }

    // Thicknesses that fall anywhere within cells, closest where the beam hardens fastest.
    private static (double Fraction, double Energy) WorstErrors(Beam beam)
    {
        double worstFraction = 0;
        double worstEnergy = 0;
        for (double u = 0; u <= 1; u += 1.0 / 307)
        {
            for (double v = 0; v <= 1; v += 1.0 / 211)
            {
                float soft = (float)(60 * u * u);
                float bone = (float)(30 * v * v);
                float lung = (float)Math.Min(MostLungGPerCm2 * v, 60 - soft);
                (double exact, double exactEnergy) = beam.Transmit(soft, lung, bone);
                (float fraction, float energy) = Read(beam.Table, soft, lung, bone);
                worstFraction = Math.Max(worstFraction, Math.Abs((fraction / exact) - 1));
                worstEnergy = Math.Max(worstEnergy, Math.Abs((energy / exactEnergy) - 1));
            }
        }

        return (worstFraction, worstEnergy);
    }

    internal static (float Fraction, float Energy) Read(TransmissionTable table, float soft, float lung, float bone)
    {
        Span<float> fraction = stackalloc float[1];
        Span<float> energy = stackalloc float[1];
        table.Transmit([soft], [lung], [bone], fraction, energy);
        return (fraction[0], energy[0]);
    }
}
