using FsCheck.Xunit;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Projection;

public sealed class TransmissionTableTests
{
    // What the table promises. Measured worst cases are in docs/physics.md.
    private const double Promised = 1e-3;

    private const double SinglePrecision = 3e-6;

    private static readonly Lazy<Beam> _chest = new(() => Counting(new TubeSettings(120)));

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
    public void Without_lung_it_agrees_with_the_sums_all_over(double kVp, double aluminiumMm, double copperMm) =>
        Agrees(Counting(new TubeSettings(kVp, aluminiumMm, copperMm)), TransmissionTable.MostBoneGPerCm2, lung: 0);

    [Theory, MemberData(nameof(Beams))]
    public void With_lung_it_agrees_wherever_a_ray_of_a_chest_goes(double kVp, double aluminiumMm, double copperMm)
    {
        Beam beam = Counting(new TubeSettings(kVp, aluminiumMm, copperMm));
        Agrees(beam, mostBone: 10, lung: 4);
        Agrees(beam, mostBone: 10, lung: 12);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(33.3)]
    [InlineData(150)]
    public void One_energy_is_read_without_error(double energyKeV)
    {
        Beam beam = new(TubeSpectrum.Monochromatic(energyKeV), [1]);
        (float fraction, float energy) = Read(beam.Table, 3.3f, 0.7f, 0.9f);
        Assert.Equal(1, fraction / beam.Transmit(3.3f, 0.7f, 0.9f).DetectedFraction, SinglePrecision);
        Assert.Equal((float)energyKeV, energy);
    }

    [Fact]
    public void The_open_beam_is_exactly_1()
    {
        Beam beam = Counting(new TubeSettings());
        Assert.Equal((1f, (float)beam.OpenMeanDetectedEnergyKeV), Read(beam.Table, 0, 0, 0));
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    [InlineData(-1f)]
    public void A_thickness_that_cannot_be_counts_as_none(float thickness)
    {
        Beam beam = Counting(new TubeSettings());
        Assert.Equal(Read(beam.Table, 0, 0, 0), Read(beam.Table, thickness, 0, thickness));
    }

    [Theory]
    [InlineData(61f)]
    [InlineData(float.MaxValue)]
    [InlineData(float.PositiveInfinity)]
    public void Beyond_the_table_its_end_is_read(float thickness)
    {
        Beam beam = Counting(new TubeSettings(130));
        (float fraction, float energy) = Read(beam.Table, thickness, 0, thickness);
        Assert.Equal(Read(beam.Table, 60, 0, 30), (fraction, energy));
        Assert.InRange(Read(beam.Table, thickness, 0, 0).Fraction, 0, 1e-4);
    }

    [Property(MaxTest = 200)]
    public bool More_tissue_is_never_more_signal(byte soft, byte bone, byte more, bool ofBone)
    {
        TransmissionTable table = _chest.Value.Table;
        (float thin, float soft1) = Read(table, soft / 5f, 2, bone / 10f);
        (float thick, float soft2) = Read(
            table,
            (soft / 5f) + (ofBone ? 0 : more / 50f),
            2,
            (bone / 10f) + (ofBone ? more / 50f : 0)
        );
        return thick <= thin && soft2 >= soft1 && thin <= 1 && thick > 0;
    }

    [Fact]
    public void Rays_that_do_not_go_together_are_an_error_that_says_so()
    {
        TransmissionTable table = _chest.Value.Table;
        ArgumentException error = Assert.Throws<ArgumentException>(() =>
            table.Transmit(new float[3], new float[2], new float[3], new float[3], new float[3])
        );
        Assert.Contains("Thicknesses of 3, 2 and 3 rays", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_beam_makes_its_table_once()
    {
        Beam beam = Counting(new TubeSettings());
        Assert.Same(beam.Table, beam.Table);
    }

    internal static Beam Counting(TubeSettings settings)
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(settings);
        return new Beam(spectrum, [.. spectrum.EnergyKeV.Select(_ => 1.0)]);
    }

    // At thicknesses that fall anywhere within cells, closest where the beam hardens fastest.
    private static void Agrees(Beam beam, double mostBone, float lung)
    {
        double worst = 0;
        for (double u = 0; u <= 1; u += 1.0 / 307)
        {
            for (double v = 0; v <= 1; v += 1.0 / 111)
            {
                float soft = (float)((TransmissionTable.MostSoftGPerCm2 - lung) * u * u);
                float bone = (float)((mostBone - (lung / 300)) * v * v);
                (double exact, double exactEnergy) = beam.Transmit(soft, lung, bone);
                (float fraction, float energy) = Read(beam.Table, soft, lung, bone);
                worst = Math.Max(worst, Math.Abs((fraction / exact) - 1));
                worst = Math.Max(worst, Math.Abs((energy / exactEnergy) - 1));
            }
        }

        Assert.InRange(worst, 0, Promised);
    }

    internal static (float Fraction, float Energy) Read(TransmissionTable table, float soft, float lung, float bone)
    {
        Span<float> fraction = stackalloc float[1];
        Span<float> energy = stackalloc float[1];
        table.Transmit([soft], [lung], [bone], fraction, energy);
        return (fraction[0], energy[0]);
    }
}
