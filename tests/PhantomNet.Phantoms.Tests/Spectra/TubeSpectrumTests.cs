using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Spectra;

public sealed class TubeSpectrumTests
{
    private const double Rounding = 1e-9;

    // The model has one constant for all tube voltages; measured layers scatter about it by this much at most (docs/physics.md).
    private const double FirstLayerTolerance = 0.06;
    private const double SecondLayerTolerance = 0.075;
    private const double FilteredLayerTolerance = 0.04;

    public static TheoryData<double> Voltages => [50, 57.3, 69.525, 70, 80, 100, 120, 130];

    // PTB's measured spectra, docs/sources.md#ptb-dos-34: 20° anode, 2.5 mm Al (the 1 mm of beryllium and the foil are left out here).
    [Theory]
    [InlineData(50, 1.72, 2.30)]
    [InlineData(60, 2.02, 2.84)]
    [InlineData(70, 2.29, 3.37)]
    [InlineData(80, 2.59, 3.96)]
    [InlineData(90, 2.91, 4.57)]
    [InlineData(100, 3.23, 5.19)]
    [InlineData(120, 3.88, 6.37)]
    public void Half_value_layers_are_near_those_that_PTB_measured(double kVp, double first, double second)
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(new TubeSettings(kVp, 2.5, 0, 20));
        Near(first, spectrum.HalfValueLayerMmAl, FirstLayerTolerance);
        Near(second, spectrum.SecondHalfValueLayerMmAl, SecondLayerTolerance);
    }

    // The same tube behind much aluminium; nothing was fitted to these.
    [Theory]
    [InlineData(50, 12.5, 3.67, 4.05)]
    [InlineData(60, 18.5, 5.24, 5.70)]
    [InlineData(70, 23.5, 6.64, 7.16)]
    [InlineData(80, 28.5, 7.96, 8.50)]
    [InlineData(90, 32.5, 9.03, 9.57)]
    [InlineData(100, 36.5, 9.93, 10.47)]
    [InlineData(120, 42.5, 11.37, 11.97)]
    public void Behind_much_aluminium_they_are_nearer(double kVp, double aluminiumMm, double first, double second)
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(new TubeSettings(kVp, aluminiumMm, 0, 20));
        Near(first, spectrum.HalfValueLayerMmAl, FilteredLayerTolerance);
        Near(second, spectrum.SecondHalfValueLayerMmAl, FilteredLayerTolerance);
    }

    // SpekCalc's answer, docs/sources.md#spekcalc; it sets the model's output and the yield of its lines.
    [Fact]
    public void Output_energy_and_lines_are_near_SpekCalc()
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(new TubeSettings(110, 3.4, 0.2));
        Near(7.531, spectrum.HalfValueLayerMmAl, 0.02);
        Near(9.012, spectrum.SecondHalfValueLayerMmAl, 0.03);
        Near(61.56, spectrum.MeanEnergyKeV, 0.02);
        Near(37.77 + 4.15, spectrum.AirKermaMicroGyPerMAs, 0.05);
    }

    [Fact]
    public void Lines_stand_where_tungsten_has_them_and_only_above_its_edge()
    {
        Assert.Equal(0, TubeSpectrum.Of(new TubeSettings(69)).LineShare);
        Assert.Equal(0, TubeSpectrum.Of(new TubeSettings(69.5)).LineShare);
        TubeSpectrum spectrum = TubeSpectrum.Of(new TubeSettings(120));
        int[] peaks =
        [
            .. Enumerable
                .Range(1, spectrum.EnergyKeV.Length - 2)
                .Where(bin => spectrum.PhotonsPerMm2PerMAs[bin] > 1.2 * Neighbours(spectrum, bin)),
        ];
        Assert.Equal([57.5, 59.5, 67.5, 69.5], peaks.Select(bin => spectrum.EnergyKeV[bin]));
    }

    [Fact]
    public void The_share_of_lines_grows_with_the_voltage()
    {
        double[] shares =
        [
            .. new[] { 75.0, 80, 90, 100, 110, 120, 130 }.Select(kVp => TubeSpectrum.Of(new TubeSettings(kVp)).LineShare),
        ];
        Assert.Equal(shares.Order(), shares);
        Assert.InRange(shares[^1], 0.08, 0.15);
    }

    [Theory, MemberData(nameof(Voltages))]
    public void Bins_go_from_10_keV_to_the_voltage(double kVp)
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(new TubeSettings(kVp));
        Assert.Equal(Math.Ceiling(kVp - 10), spectrum.EnergyKeV.Length);
        Assert.Equal(10.5, spectrum.EnergyKeV[0]);
        Assert.InRange(spectrum.EnergyKeV[^1], kVp - 0.5, kVp);
        Assert.All(spectrum.PhotonsPerMm2PerMAs, photons => Assert.True(photons >= 0 && double.IsFinite(photons)));
        Assert.Equal(
            spectrum.TotalPhotonsPerMm2PerMAs,
            spectrum.PhotonsPerMm2PerMAs.Sum(),
            spectrum.TotalPhotonsPerMm2PerMAs * Rounding
        );
    }

    [Fact]
    public void A_little_more_voltage_is_a_little_more_output()
    {
        double[] photons =
        [
            .. Enumerable
                .Range(0, 321)
                .Select(n => TubeSpectrum.Of(new TubeSettings(50 + (0.25 * n))).TotalPhotonsPerMm2PerMAs),
        ];
        Assert.Equal(photons.Order(), photons);
    }

    [Fact]
    public void The_half_value_layer_halves_the_kerma()
    {
        TubeSpectrum open = TubeSpectrum.Of(new TubeSettings(90, 2.5));
        TubeSpectrum half = TubeSpectrum.Of(new TubeSettings(90, 2.5 + open.HalfValueLayerMmAl));
        TubeSpectrum quarter = TubeSpectrum.Of(
            new TubeSettings(90, 2.5 + open.HalfValueLayerMmAl + open.SecondHalfValueLayerMmAl)
        );
        // A line is filtered at its own energy and then counted in the middle of its bin, up to 0.5 keV off.
        Assert.Equal(0.5, half.AirKermaMicroGyPerMAs / open.AirKermaMicroGyPerMAs, 1e-4);
        Assert.Equal(0.25, quarter.AirKermaMicroGyPerMAs / open.AirKermaMicroGyPerMAs, 1e-4);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(60)]
    [InlineData(120)]
    public void One_energy_has_the_half_value_layer_of_the_closed_form(double energyKeV)
    {
        TubeSpectrum spectrum = TubeSpectrum.Monochromatic(energyKeV);
        double perMm = AttenuationTable.MassAttenuationCm2PerG(Material.Aluminium, energyKeV) * 2.699 / 10;
        Assert.Equal(Math.Log(2) / perMm, spectrum.HalfValueLayerMmAl, Rounding);
        Assert.Equal(spectrum.HalfValueLayerMmAl, spectrum.SecondHalfValueLayerMmAl, Rounding);
        Assert.Equal(energyKeV, spectrum.MeanEnergyKeV, Rounding);
    }

    // 1e6 photons/mm² of 60 keV: 6e9 keV/cm² · 0.03041 cm²/g = 1.8246e8 keV/g = 1.8246e11 keV/kg = 29.233 µGy.
    [Fact]
    public void Kerma_has_the_right_unit() => Assert.Equal(29.2333, TubeSpectrum.Monochromatic(60).AirKermaMicroGyPerMAs, 1e-4);

    [Fact]
    public void More_filter_is_fewer_and_harder_photons()
    {
        TubeSpectrum few = TubeSpectrum.Of(new TubeSettings(120, 3));
        TubeSpectrum more = TubeSpectrum.Of(new TubeSettings(120, 3, 0.2));
        Assert.True(more.TotalPhotonsPerMm2PerMAs < few.TotalPhotonsPerMm2PerMAs);
        Assert.True(more.MeanEnergyKeV > few.MeanEnergyKeV);
        Assert.True(more.HalfValueLayerMmAl > few.HalfValueLayerMmAl);
    }

    [Fact]
    public void A_flatter_anode_filters_more()
    {
        TubeSpectrum steep = TubeSpectrum.Of(new TubeSettings(120, 3, 0, 20));
        TubeSpectrum flat = TubeSpectrum.Of(new TubeSettings(120, 3, 0, 8));
        Assert.True(flat.HalfValueLayerMmAl > steep.HalfValueLayerMmAl);
        Assert.True(flat.TotalPhotonsPerMm2PerMAs < steep.TotalPhotonsPerMm2PerMAs);
    }

    [Theory]
    [InlineData(49.9, 3, 0, 12, "KVp is 49.9 kV; the tube is modelled from 50 to 130 kV")]
    [InlineData(130.1, 3, 0, 12, "KVp is 130.1 kV")]
    [InlineData(double.NaN, 3, 0, 12, "KVp is NaN kV")]
    [InlineData(120, 0.9, 0, 12, "AluminiumMm is 0.9 mm; the tube is modelled from 1 to 60 mm")]
    [InlineData(120, 3, -0.1, 12, "CopperMm is -0.1 mm")]
    [InlineData(120, 3, 0, 90, "AnodeAngleDegrees is 90 degrees")]
    public void A_setting_that_is_not_modelled_is_an_error_that_says_so(
        double kVp,
        double aluminiumMm,
        double copperMm,
        double angle,
        string message
    )
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            TubeSpectrum.Of(new TubeSettings(kVp, aluminiumMm, copperMm, angle))
        );
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_beam_without_photons_is_an_error(double photons) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => TubeSpectrum.Monochromatic(60, photons));

    private static double Neighbours(TubeSpectrum spectrum, int bin) =>
        Math.Max(spectrum.PhotonsPerMm2PerMAs[bin - 1], spectrum.PhotonsPerMm2PerMAs[bin + 1]);

    private static void Near(double expected, double value, double tolerance) =>
        Assert.InRange(value / expected, 1 - tolerance, 1 + tolerance);
}
