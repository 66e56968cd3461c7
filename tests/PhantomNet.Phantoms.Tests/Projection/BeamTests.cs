using PhantomNet.Phantoms.Attenuation;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Tests.Projection;

public sealed class BeamTests
{
    private const double Rounding = 1e-12;

    // Bins of 1 keV against the trapezoids of a tenth of it, both of the same smooth spectrum.
    private const double BinWidthTolerance = 5e-3;

    [Theory]
    [InlineData(30)]
    [InlineData(60)]
    [InlineData(117.3)]
    public void One_energy_behind_a_slab_follows_Beer_and_Lambert(double energyKeV)
    {
        Beam beam = new(TubeSpectrum.Monochromatic(energyKeV), [0.4]);
        double soft = AttenuationTable.MassAttenuationCm2PerG(Material.SoftTissue, energyKeV);
        double lung = AttenuationTable.MassAttenuationCm2PerG(Material.Lung, energyKeV);
        double bone = AttenuationTable.MassAttenuationCm2PerG(Material.CorticalBone, energyKeV);
        double expected = Math.Exp(-((soft * 12) + (lung * 5) + (bone * 2)));
        (double fraction, double energy) = beam.Transmit(12, 5, 2);
        Assert.Equal(1, fraction / expected, Rounding);
        Assert.Equal(energyKeV, energy, Rounding);
    }

    // The spectrum is integrated anew, between its bins, with coefficients taken between them: trapezoids in steps of 0.1 keV.
    [Theory]
    [InlineData(60, 5, 0)]
    [InlineData(60, 20, 1)]
    [InlineData(120, 5, 0)]
    [InlineData(120, 20, 3)]
    public void Many_energies_agree_with_an_integral_over_a_finer_grid(double kVp, double soft, double bone)
    {
        Beam beam = TransmissionTableTests.Counting(new TubeSettings(kVp));
        TubeSpectrum spectrum = beam.Spectrum;
        double open = 0;
        double left = 0;
        double energyLeft = 0;
        for (double energyKeV = 10.5; energyKeV < spectrum.EnergyKeV[^1]; energyKeV += 0.1)
        {
            int bin = (int)(energyKeV - 10.5);
            double along = energyKeV - 10.5 - bin;
            int next = Math.Min(bin + 1, spectrum.EnergyKeV.Length - 1);
            double photons = ((1 - along) * spectrum.PhotonsPerMm2PerMAs[bin]) + (along * spectrum.PhotonsPerMm2PerMAs[next]);
            double depth =
                (AttenuationTable.MassAttenuationCm2PerG(Material.SoftTissue, energyKeV) * soft)
                + (AttenuationTable.MassAttenuationCm2PerG(Material.CorticalBone, energyKeV) * bone);
            open += photons;
            left += photons * Math.Exp(-depth);
            energyLeft += photons * Math.Exp(-depth) * energyKeV;
        }

        (double fraction, double energy) = beam.Transmit(soft, 0, bone);
        Assert.Equal(1, fraction / (left / open), BinWidthTolerance);
        Assert.Equal(1, energy / (energyLeft / left), BinWidthTolerance);
    }

    [Fact]
    public void Tissue_hardens_the_beam()
    {
        Beam beam = TransmissionTableTests.Counting(new TubeSettings(120));
        double[] thickness = [0, 1, 2, 5, 10, 15, 20, 30, 40];
        (double Fraction, double Energy)[] behind = [.. thickness.Select(x => beam.Transmit(x, 0, 0))];
        double[] energies = [.. behind.Select(b => b.Energy)];
        double[] effective =
        [
            .. Enumerable.Range(1, thickness.Length - 1).Select(n => -Math.Log(behind[n].Fraction) / thickness[n]),
        ];
        Assert.Equal(energies.Order(), energies);
        Assert.Equal(effective.OrderDescending(), effective);
        // No further than the most penetrating photons.
        Assert.InRange(effective[^1], AttenuationTable.MassAttenuationCm2PerG(Material.SoftTissue, 120), effective[0]);
    }

    [Fact]
    public void Nothing_in_the_way_leaves_everything()
    {
        Beam beam = TransmissionTableTests.Counting(new TubeSettings(100));
        (double fraction, double energy) = beam.Transmit(0, 0, 0);
        Assert.Equal(1, fraction, Rounding);
        Assert.Equal(beam.OpenMeanDetectedEnergyKeV, energy);
        Assert.Equal(beam.Spectrum.MeanEnergyKeV, energy, Rounding * 100);
        Assert.Equal(1, beam.DetectedPhotonsPerMm2PerMAs / beam.Spectrum.TotalPhotonsPerMm2PerMAs, Rounding);
    }

    [Fact]
    public void The_efficiency_weights_energies()
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(new TubeSettings(100));
        Beam all = new(spectrum, [.. spectrum.EnergyKeV.Select(_ => 1.0)]);
        Beam half = new(spectrum, [.. spectrum.EnergyKeV.Select(_ => 0.5)]);
        Beam low = new(spectrum, [.. spectrum.EnergyKeV.Select(energyKeV => energyKeV < 50 ? 1.0 : 0.2)]);
        Assert.Equal(all.DetectedPhotonsPerMm2PerMAs / 2, half.DetectedPhotonsPerMm2PerMAs, 1e-3);
        Assert.Equal(all.Transmit(10, 0, 0).DetectedFraction, half.Transmit(10, 0, 0).DetectedFraction, Rounding);
        Assert.True(low.Transmit(10, 0, 0).DetectedFraction < all.Transmit(10, 0, 0).DetectedFraction);
        Assert.True(low.OpenMeanDetectedEnergyKeV < all.OpenMeanDetectedEnergyKeV);
    }

    [Fact]
    public void Behind_a_wall_there_is_nothing_and_no_NaN()
    {
        Beam beam = TransmissionTableTests.Counting(new TubeSettings(50));
        Assert.Equal((0, 49.5), beam.Transmit(1e6, 0, 0));
    }

    [Fact]
    public void Efficiencies_that_do_not_fit_are_errors_that_say_so()
    {
        TubeSpectrum spectrum = TubeSpectrum.Monochromatic(60);
        Assert.Contains(
            "2 efficiencies for 1 energies",
            Assert.Throws<ArgumentException>(() => new Beam(spectrum, [1, 1])).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "at 60 keV is 1.5",
            Assert.Throws<ArgumentOutOfRangeException>(() => new Beam(spectrum, [1.5])).Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() => new Beam(spectrum, [double.NaN]));
        Assert.Contains(
            "counts none",
            Assert.Throws<ArgumentException>(() => new Beam(spectrum, [0])).Message,
            StringComparison.Ordinal
        );
    }
}
