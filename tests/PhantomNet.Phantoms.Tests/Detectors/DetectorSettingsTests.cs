using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Phantoms.Tests.Detectors;

public sealed class DetectorSettingsTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1001)]
    [InlineData(double.NaN)]
    public void An_exposure_out_of_range_is_refused(double mAs)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings(mAs));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings() with { MAs = mAs });
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(0.96)]
    [InlineData(double.NaN)]
    public void A_scatter_fraction_out_of_range_is_refused(double fraction)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings(ScatterFraction: fraction));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings() with { ScatterFraction = fraction });
    }

    [Theory]
    [InlineData(0.04)]
    [InlineData(21)]
    [InlineData(double.NaN)]
    public void A_sharpness_out_of_range_is_refused(double cyclesPerMm)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings(MtfCyclesPerMm: cyclesPerMm));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings() with { MtfCyclesPerMm = cyclesPerMm });
    }

    [Fact]
    public void Grids_and_shapes_that_there_are_not_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings(Grid: (GridKind)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new DetectorSettings(Mtf: (MtfShape)9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Mtf((MtfShape)9, 1).At(1));
    }

    [Theory]
    [InlineData(0, 60, 1, 180, 3)]
    [InlineData(1, double.NaN, 1, 180, 3)]
    [InlineData(1, 60, 0, 180, 3)]
    [InlineData(1, 60, 1, 0, 3)]
    [InlineData(1, 60, 1, 180, -3)]
    public void An_open_beam_without_quanta_or_room_is_refused(
        double quanta,
        double energyKeV,
        double mAs,
        double distanceCm,
        double pitchMm
    ) => Assert.Throws<ArgumentOutOfRangeException>(() => OpenBeam.Of(quanta, energyKeV, mAs, distanceCm, pitchMm));
}
