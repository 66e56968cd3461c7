using System.Numerics;
using PhantomNet.Exercises.Imaging.Step7Kernels;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class FrequencyResponseTests
{
    private const int N = FrequencyResponse.Size;

    public static TheoryData<KernelPreset> Presets => Radiographs.Presets;

    [Theory, MemberData(nameof(Presets))]
    public void Its_root_mean_square_is_the_noise_gain(KernelPreset preset)
    {
        Kernel kernel = preset.Weights();
        Assert.Equal(kernel.NoiseGain, new FrequencyResponse(kernel).RootMeanSquare, 1e-6);
    }

    [Theory, MemberData(nameof(Presets))]
    public void It_is_the_transform_of_what_the_engine_makes_of_one_bright_pixel(KernelPreset preset)
    {
        float[] point = new float[N * N];
        point[(30 * N) + 30] = 1;
        FilteredImage answer = new KernelFilter().Apply(point, N, preset.Weights(), BorderRule.Zero);
        FrequencyResponse response = new(preset.Weights());
        foreach ((int v, int u) in ((int, int)[])[(0, 0), (32, 32), (32, 50), (10, 32), (5, 60), (40, 21)])
        {
            Complex sum = 0;
            for (int i = 0; i < answer.Values.Length; i++)
            {
                double phase = 2 * Math.PI * (((i / N) * (v - 32.0)) + ((i % N) * (u - 32.0))) / N;
                sum += answer.Values[i] * Complex.Exp(new Complex(0, -phase));
            }

            Assert.Equal(sum.Magnitude, response.Magnitudes[(v * N) + u], 1e-4);
            Assert.Equal(sum.Magnitude, response.At((u - 32.0) / N, (v - 32.0) / N), 1e-4);
        }
    }

    [Fact]
    public void The_box_blur_wipes_out_a_third_of_a_cycle_per_pixel_and_keeps_a_third_at_nyquist()
    {
        FrequencyResponse box = new(KernelPreset.Box.Weights());
        Assert.Equal(1, box.AtZero, 1e-6);
        Assert.Equal(0, box.At(1.0 / 3, 0), 1e-12);
        Assert.Equal(1.0 / 3, box.At(0.5, 0), 1e-12);
        Assert.Equal(1.0 / 3, box.At(0, 0.5), 1e-12);
        Assert.Equal(1.0 / 9, box.At(0.5, 0.5), 1e-12);
    }

    [Fact]
    public void A_flipped_kernel_has_the_same_magnitudes()
    {
        Kernel emboss = KernelPreset.Emboss.Weights();
        float[] flipped = new FrequencyResponse(emboss.Flipped()).Magnitudes;
        Assert.All(new FrequencyResponse(emboss).Magnitudes.Zip(flipped), pair => Assert.Equal(pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Nine_zeros_pass_nothing() =>
        Assert.Equal(0, new FrequencyResponse(new Kernel(Enumerable.Repeat(0.0, 9))).Largest);
}
