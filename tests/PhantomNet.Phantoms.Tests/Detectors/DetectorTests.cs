using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Phantoms.Tests.Detectors;

public sealed class DetectorTests
{
    private const double EnergyKeV = 60;

    // Stages are products and sums of a few doubles.
    private const double Rounding = 1e-12;

    // Fractions and the logarithm are single precision: 2⁻²⁴ relative.
    private const double SinglePrecision = 1e-6;

    private readonly Scene _scene = new(64, EnergyKeV);

    [Fact]
    public void The_open_beam_is_tube_output_times_exposure_times_solid_angle()
    {
        // 10,000 quanta per mm² and mAs at 1 m; at 2 m a quarter; 2 mAs; pixels of 3 mm.
        OpenBeam open = OpenBeam.Of(10_000, EnergyKeV, mAs: 2, sourceDistanceCm: 200, pixelPitchMm: 3);
        Assert.Equal(10_000 * 2 * 9 / 4.0, open.QuantaPerPixel, Rounding);
        Assert.Equal(EnergyKeV, open.MeanEnergyKeV);
    }

    [Theory]
    [InlineData(GridKind.None, 0)]
    [InlineData(GridKind.None, 0.6)]
    [InlineData(GridKind.Grid, 0)]
    [InlineData(GridKind.Grid, 0.6)]
    public void The_scatter_fraction_of_the_shadow_is_the_one_set_before_the_grid(GridKind grid, double scatterFraction)
    {
        DetectorStages stages = _scene.Expose(new DetectorSettings(1, grid, scatterFraction), quanta: 1000);
        double primary = stages.ShadowPrimaryQuanta / AntiScatterGrid.PrimaryTransmission(grid);
        double scatter = stages.ScatterQuanta / AntiScatterGrid.ScatterTransmission(grid);
        Assert.Equal(scatterFraction, scatter / (scatter + primary), Rounding);
        Assert.Equal(
            stages.ScatterQuanta / (stages.ScatterQuanta + stages.ShadowPrimaryQuanta),
            stages.ScatterFraction,
            Rounding
        );
    }

    [Fact]
    public void The_shadow_is_where_the_body_takes_more_than_a_hundredth_and_its_mean_is_that_of_its_pixels()
    {
        DetectorStages stages = _scene.Expose(new DetectorSettings(1, GridKind.None, 0.5), quanta: 1000);
        Assert.Equal(_scene.Size * _scene.Size * 3 / 4, stages.ShadowPixels);
        Assert.Equal(1000 * (Scene.Lung + (2 * Scene.Soft)) / 3, stages.ShadowPrimaryQuanta, 1000 * SinglePrecision);
    }

    [Fact]
    public void Nothing_in_the_beam_makes_no_scatter()
    {
        Scene empty = new(32, EnergyKeV);
        Array.Fill(empty.Fraction, 1f);
        DetectorStages stages = empty.Expose(new DetectorSettings(1, GridKind.None, 0.6), quanta: 1e6);
        Assert.Equal(0, stages.ScatterQuanta);
        Assert.Equal(0, stages.ScatterFraction);
        // The open beam has log signal 0, but for noise of 10⁻³.
        Expect.Mean(0, 1e-6, stages.LogSignal.Select(value => (double)value));
    }

    [Fact]
    public void Without_noise_blur_and_scatter_the_log_signal_is_minus_the_logarithm_of_the_transmission()
    {
        DetectorStages stages = _scene.Expose(new DetectorSettings(1, GridKind.Grid, 0, MtfCyclesPerMm: 20), quanta: 1e14);
        for (int i = 0; i < stages.LogSignal.Length; i++)
        {
            // 10¹³ quanta or more: noise below 10⁻⁶.
            Assert.Equal(-Math.Log(_scene.Fraction[i]), stages.LogSignal[i], 5 * SinglePrecision);
        }
    }

    [Fact]
    public void Every_quantum_gives_the_mean_energy_of_its_pixel()
    {
        _scene.EnergyKeV[5] = 80;
        DetectorStages stages = _scene.Expose(new DetectorSettings(), quanta: 500);
        Assert.Equal(stages.CountedQuanta[5] * 80, stages.SignalKeV[5]);
        Assert.Equal(stages.CountedQuanta[6] * EnergyKeV, stages.SignalKeV[6]);
        Assert.All(stages.CountedQuanta, quanta => Assert.Equal(Math.Floor(quanta), quanta));
    }

    [Fact]
    public void A_pixel_without_quanta_has_the_log_signal_of_one_quantum()
    {
        DetectorStages stages = _scene.Expose(new DetectorSettings(1, GridKind.None, 0, MtfCyclesPerMm: 20), quanta: 10);
        int dark = Array.IndexOf(stages.CountedQuanta, 0.0);
        Assert.True(dark >= 0);
        Assert.Equal(Math.Log(10), stages.LogSignal[dark], SinglePrecision);
        Assert.All(stages.LogSignal, value => Assert.True(float.IsFinite(value)));
    }

    [Theory]
    [InlineData(1e-9)]
    [InlineData(1e15)]
    public void Any_exposure_gives_finite_numbers(double quanta)
    {
        DetectorStages stages = _scene.Expose(new DetectorSettings(MtfCyclesPerMm: 0.05), quanta);
        Assert.All(stages.LogSignal, value => Assert.True(float.IsFinite(value)));
    }

    [Fact]
    public void The_same_noise_seed_gives_the_same_image_and_another_seed_other_noise_of_the_same_means()
    {
        DetectorSettings settings = new();
        DetectorStages first = _scene.Expose(settings, quanta: 1000, noiseSeed: 1);
        DetectorStages again = _scene.Expose(settings, quanta: 1000, noiseSeed: 1);
        DetectorStages other = _scene.Expose(settings, quanta: 1000, noiseSeed: 2);
        Assert.Equal(first.LogSignal, again.LogSignal);
        Assert.NotEqual(first.CountedQuanta, other.CountedQuanta);
        Assert.Equal(first.PrimaryQuanta, other.PrimaryQuanta);
    }

    [Fact]
    public void Stages_that_were_used_before_are_written_anew()
    {
        Detector detector = new(new DetectorSettings(), _scene.Size, Scene.PitchMm);
        DetectorStages used = new(_scene.Size);
        OpenBeam open = new(1000, EnergyKeV);
        detector.Expose(_scene.Fraction, _scene.EnergyKeV, open, noiseSeed: 3, used);
        detector.Expose(_scene.Fraction, _scene.EnergyKeV, open, noiseSeed: 4, used);
        Assert.Equal(_scene.Expose(new DetectorSettings(), quanta: 1000, noiseSeed: 4).LogSignal, used.LogSignal);
    }

    [Fact]
    public void Images_of_another_size_are_refused()
    {
        Detector detector = new(new DetectorSettings(), 32, Scene.PitchMm);
        OpenBeam open = new(1000, EnergyKeV);
        float[] wrong = new float[33 * 33];
        float[] right = new float[32 * 32];
        Assert.Throws<ArgumentException>(() => detector.Expose(wrong, right, open, 1, new DetectorStages(32)));
        Assert.Throws<ArgumentException>(() => detector.Expose(right, wrong, open, 1, new DetectorStages(32)));
        Assert.Throws<ArgumentException>(() => detector.Expose(right, right, open, 1, new DetectorStages(33)));
    }
}
