using PhantomNet.Exercises.Imaging.Step7Kernels;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class NoiseBenchTests
{
    private readonly NoiseBench _bench = new();

    public static TheoryData<KernelPreset> Presets => Radiographs.Presets;

    [Theory, MemberData(nameof(Presets))]
    public void The_measured_gain_agrees_with_the_root_of_the_summed_squares(KernelPreset preset)
    {
        NoiseEstimate estimate = Measure(2, seed: 1, preset.Weights());
        Assert.True(estimate.Contains(preset.Weights().NoiseGain), $"{preset.Weights().NoiseGain} in {estimate}");
        Assert.Equal(preset.Weights().NoiseGain, estimate.Gain, 0.03 * preset.Weights().NoiseGain);
    }

    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.001)]
    [InlineData(0.1)]
    [InlineData(10)]
    public void The_noise_follows_the_dose_and_the_gain_does_not(double mAs)
    {
        NoiseEstimate estimate = Measure(mAs, seed: 1, KernelPreset.Sharpen.Weights());
        Assert.Equal(Math.Sqrt(29), estimate.Gain, 0.06);
        Assert.Equal(220_000 * mAs, estimate.Quanta, 2200 * mAs);
        // The next terms of σ(ln N) √N = 1 + 3/(4N) + … are 4 % at 20 quanta.
        Assert.Equal(1, estimate.Before * Math.Sqrt(estimate.Quanta), 0.01 + (1 / estimate.Quanta));
    }

    [Fact]
    public void About_95_of_100_intervals_catch_the_true_gain()
    {
        const int Seeds = 100;
        int caught = 0;
        for (int seed = 1; seed <= Seeds; seed++)
        {
            Kernel kernel = KernelPresets.All[seed % KernelPresets.All.Count].Preset.Weights();
            caught += Measure(0.01, seed, kernel).Contains(kernel.NoiseGain) ? 1 : 0;
        }

        // Of 100 draws at 95 %, 88 or fewer come less than once in a hundred times; the identity is always caught.
        Assert.InRange(caught, 89, 100);
    }

    [Fact]
    public void Another_kernel_is_measured_on_the_same_exposures()
    {
        NoiseEstimate box = Measure(2, seed: 1, KernelPreset.Box.Weights());
        float[] patch = _bench.Patch!;
        NoiseEstimate sobel = Measure(2, seed: 1, KernelPreset.Sobel.Weights());
        Assert.Same(patch, _bench.Patch);
        Assert.Equal(box.Before, sobel.Before);
        Assert.False(_bench.Aim(2, 1, KernelPreset.Sobel.Weights()));
        Assert.Equal(0, _bench.Advance(10));
    }

    [Fact]
    public void A_kernel_that_comes_in_the_midst_of_a_measurement_is_the_one_that_is_measured()
    {
        _bench.Aim(2, 1, KernelPreset.Box.Weights());
        _bench.Advance(30);
        NoiseEstimate sobel = Measure(2, seed: 1, KernelPreset.Sobel.Weights());
        Assert.Equal(Math.Sqrt(12), sobel.Gain, 0.1);
    }

    [Fact]
    public void Nine_zeros_leave_no_noise()
    {
        NoiseEstimate none = Measure(2, seed: 1, new Kernel(Enumerable.Repeat(0.0, 9)));
        Assert.Equal((0, 0, 0), (none.Gain, none.Low, none.High));
        Assert.True(none.Contains(0));
    }

    [Fact]
    public void Students_t_leaves_five_per_cent_outside()
    {
        // ∫ of the density with 11 degrees of freedom from −t to t by Simpson's rule, divided by that over a wide range.
        Assert.Equal(0.95, Density(NoiseEstimate.StudentT) / Density(200), 1e-5);

        static double Density(double reach)
        {
            const int Steps = 200_000;
            double sum = 0;
            for (int i = 0; i <= Steps; i++)
            {
                double t = reach * i / Steps;
                int weight =
                    i is 0 or Steps ? 1
                    : i % 2 == 1 ? 4
                    : 2;
                sum += weight * Math.Pow(1 + (t * t / 11), -6);
            }

            return sum * reach / Steps / 3;
        }
    }

    private NoiseEstimate Measure(double mAs, int seed, Kernel kernel)
    {
        _bench.Aim(mAs, seed, kernel);
        while (_bench.Advance(8) > 0)
        {
            Assert.InRange(_bench.Progress, 0, 1);
        }

        return _bench.Estimate!;
    }
}
