using PhantomNet.Exercises.Imaging.Step7Kernels;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelTests
{
    [Theory]
    [InlineData(KernelPreset.Identity, 1, 1)]
    [InlineData(KernelPreset.Box, 0.333, 1)]
    [InlineData(KernelPreset.Gaussian, 0.375, 1)]
    [InlineData(KernelPreset.Sharpen, 5.39, 1)]
    [InlineData(KernelPreset.Horizontal, 2.45, 0)]
    [InlineData(KernelPreset.Vertical, 2.45, 0)]
    [InlineData(KernelPreset.Sobel, 3.46, 0)]
    [InlineData(KernelPreset.Laplacian, 8.49, 0)]
    [InlineData(KernelPreset.Emboss, 3.61, 1)]
    public void A_preset_has_its_known_noise_gain_and_sum(KernelPreset preset, double gain, double sum)
    {
        Assert.Equal(gain, preset.Weights().NoiseGain, 0.005);
        Assert.Equal(sum, preset.Weights().Sum, 1e-12);
    }

    [Fact]
    public void Each_preset_is_recognised_and_described()
    {
        Assert.All(KernelPresets.All, preset => Assert.Equal(preset.Preset, KernelPresets.Of(preset.Preset.Weights())));
        Assert.Equal(
            KernelPresets.All.Count,
            KernelPresets.All.Select(preset => preset.Preset.Does()).Distinct(StringComparer.Ordinal).Count()
        );
        Assert.Equal(KernelPreset.Own, KernelPresets.Of(new Kernel(0, 0, 0, 0, 2, 0, 0, 0, 0)));
    }

    [Fact]
    public void Sobel_flipped_is_its_negative_and_a_blur_stays()
    {
        Kernel sobel = KernelPreset.Sobel.Weights();
        Assert.Equal(new Kernel(1, 0, -1, 2, 0, -2, 1, 0, -1), sobel.Flipped());
        Assert.Equal(KernelPreset.Gaussian.Weights(), KernelPreset.Gaussian.Weights().Flipped());
    }

    [Fact]
    public void Written_weights_come_back_exactly()
    {
        Kernel kernel = KernelPreset.Box.Weights().With(4, -0.1);
        Assert.Equal(kernel, Kernel.Parse(kernel.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1,2,3")]
    [InlineData("1,2,3,4,5,6,7,8,nine")]
    [InlineData("1,2,3,4,5,6,7,8,NaN")]
    [InlineData("1,2,3,4,5,6,7,8,1e999")]
    [InlineData("1,2,3,4,5,6,7,8,9,10")]
    public void Anything_else_is_no_kernel(string? text) => Assert.Null(Kernel.Parse(text));

    [Theory]
    [InlineData("1/9", 1.0 / 9)]
    [InlineData(" −0,5 ", -0.5)]
    [InlineData("-2", -2.0)]
    public void A_weight_is_a_number_or_a_fraction(string text, double weight) =>
        Assert.Equal(weight, Kernel.ParseWeight(text)!.Value, 1e-15);

    [Theory]
    [InlineData("")]
    [InlineData("one")]
    [InlineData("1/0")]
    [InlineData("0/0")]
    [InlineData("1/2/3")]
    [InlineData("100")]
    [InlineData("NaN")]
    public void Anything_else_is_no_weight(string text) => Assert.Null(Kernel.ParseWeight(text));

    [Fact]
    public void A_kernel_without_nine_finite_numbers_is_refused()
    {
        Assert.Throws<ArgumentException>(() => new Kernel(1, 2, 3));
        Assert.Throws<ArgumentException>(() => new Kernel(0, 0, 0, 0, double.NaN, 0, 0, 0, 0));
    }

    [Theory]
    [InlineData(0.0015, "0.00150")]
    [InlineData(0.00999999, "0.0100")]
    [InlineData(-4.884, "−4.88")]
    [InlineData(123.4, "123")]
    [InlineData(2.5e-7, "2.50e−7")]
    public void Three_digits_are_significant(double value, string text) => Assert.Equal(text, Figures.Significant(value));
}
