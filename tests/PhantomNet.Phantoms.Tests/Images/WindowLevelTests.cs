using PhantomNet.Phantoms.Images;

namespace PhantomNet.Phantoms.Tests.Images;

public sealed class WindowLevelTests
{
    private const double SinglePrecision = 1e-6;

    [Theory]
    [InlineData(1.0f, 0.0)]
    [InlineData(0.5f, 0.0)]
    [InlineData(1.5f, 0.125)]
    [InlineData(3.0f, 0.5)]
    [InlineData(5.0f, 1.0)]
    [InlineData(9.0f, 1.0)]
    [InlineData(float.NaN, 0.0)]
    public void The_window_is_shown_from_black_to_white_and_cut_beyond(float logSignal, double shown)
    {
        float[] pixels = new float[1];
        new WindowLevel(4, 3).Apply([logSignal], pixels);
        Assert.Equal(shown, pixels[0], SinglePrecision);
    }

    [Fact]
    public void Bytes_are_rounded_to_the_nearest()
    {
        byte[] bytes = new byte[5];
        WindowLevel.ToBytes([0, 0.4f / 255, 0.6f / 255, 0.5f, 1], bytes);
        Assert.Equal<byte>([0, 0, 1, 128, 255], bytes);
    }

    [Theory]
    [InlineData(0, 100)]
    [InlineData(1, 99)]
    [InlineData(14, 99.5)]
    public void The_automatic_window_ends_at_the_percentiles(double low, double high)
    {
        // Squares are unevenly spread; percentiles of them are the squares of those of the numbers.
        float[] values = [.. Enumerable.Range(0, 10_000).Select(n => n * n * 1e-8f)];
        WindowLevel window = WindowLevel.OfPercentiles(values, low, high);
        const double bin = 1.0 / 2048;
        Assert.Equal(low * low / 10_000, window.Level - (window.Window / 2), bin);
        Assert.Equal(high * high / 10_000, window.Level + (window.Window / 2), bin);
    }

    [Fact]
    public void An_image_of_one_value_has_a_window_too()
    {
        float[] flat = [2, 2, 2, 2];
        float[] pixels = new float[4];
        WindowLevel window = WindowLevel.OfPercentiles(flat);
        window.Apply(flat, pixels);
        Assert.Equal(2, window.Level, SinglePrecision);
        Assert.All(pixels, pixel => Assert.InRange(pixel, 0, 1));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 1)]
    [InlineData(double.NaN, 1)]
    [InlineData(double.PositiveInfinity, 1)]
    [InlineData(1, double.NaN)]
    [InlineData(1, double.NegativeInfinity)]
    public void A_window_that_shows_nothing_is_refused(double window, double level)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowLevel(window, level));
        Assert.Throws<ArgumentOutOfRangeException>(() => new WindowLevel(1, 1) with { Window = window, Level = level });
    }

    [Theory]
    [InlineData(50, 50)]
    [InlineData(-1, 50)]
    [InlineData(50, 101)]
    [InlineData(double.NaN, 50)]
    public void Percentiles_out_of_order_are_refused(double low, double high) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => WindowLevel.OfPercentiles([1, 2], low, high));

    [Theory]
    [InlineData(15)]
    [InlineData(513)]
    [InlineData(-1)]
    public void Sizes_beyond_16_to_512_are_refused(int size) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ImageSettings(size));
}
