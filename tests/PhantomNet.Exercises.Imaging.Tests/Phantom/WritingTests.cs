using System.Text.Json;
using PhantomNet.Exercises.Imaging.Phantom;
using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Phantom;

/// <summary>Numbers, scales, lists and files.</summary>
public sealed class WritingTests
{
    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.00001, "1.00·10⁻⁵")]
    [InlineData(0.0123, "0.0123")]
    [InlineData(2, "2.00")]
    [InlineData(-12.34, "−12.3")]
    [InlineData(1234.4, "1,234")]
    [InlineData(999_999.7, "1.00·10⁶")]
    [InlineData(11_600_000, "1.16·10⁷")]
    [InlineData(double.NaN, "0")]
    public void Short_numbers_have_three_digits(double value, string text) => Assert.Equal(text, Numerals.Short(value));

    [Theory]
    [InlineData(-0.0001, 2, "0.00")]
    [InlineData(-1.5, 1, "−1.5")]
    public void Fixed_numbers_have_a_true_minus(double value, int decimals, string text) =>
        Assert.Equal(text, Written.Fixed(value, decimals));

    [Fact]
    public void A_scale_begins_at_nothing_and_ends_at_a_round_number()
    {
        Assert.Equal(new DisplayScale(0, 5), DisplayScale.Around(0, 4.3));
        Assert.Equal(new DisplayScale(0, 1.2e7), DisplayScale.Around(100, 1.16e7));
        Assert.Equal(new DisplayScale(-0.5, 4), DisplayScale.Around(-0.47, 3.4));
        Assert.Equal(new DisplayScale(-2, 2), DisplayScale.Symmetric(1.7));
        Assert.True(DisplayScale.Around(0, 0).White > 0);
        Assert.Equal([0, 0, 128, 255, 255], new[] { -9.0, 0, 2.5, 5, 9 }.Select(new DisplayScale(0, 5).Grey));
    }

    [Fact]
    public void What_differs_is_listed_and_nothing_else()
    {
        PhantomSetting a = PhantomSetting.Default;
        PhantomSetting b = a with { Detector = a.Detector with { Grid = GridKind.None, MAs = 1e-4 }, Finding = Finding.Nodule };
        Assert.Empty(Comparison.Of(a, a));
        Assert.Equal("Disease, Exposure, Grid", string.Join(", ", Comparison.Of(a, b).Select(difference => difference.Name)));
        Assert.Contains(("Exposure", "2.00 mAs", "1.00·10⁻⁴ mAs"), Comparison.Of(a, b));
    }

    [Fact]
    public void The_file_of_parameters_holds_them_and_says_what_it_is_of()
    {
        PhantomSetting setting = new() { Size = 28, Finding = Finding.Nodule };
        Radiograph radiograph = Acquisition.Take(setting.Settings);
        using JsonDocument json = JsonDocument.Parse(ParameterFile.Write(setting, radiograph, new DisplayScale(1, 3)));
        JsonElement root = json.RootElement;
        Assert.Equal("Synthetic phantom, for teaching. Not for diagnosis.", root.GetProperty("notice").GetString());
        Assert.Equal("diseased", root.GetProperty("label").GetString());
        Assert.Equal("Nodule", root.GetProperty("disease").GetProperty("kind").GetString());
        Assert.Equal(120, root.GetProperty("tube").GetProperty("kVp").GetDouble());
        Assert.Equal(56, root.GetProperty("tube").GetProperty("meanEnergyKeV").GetDouble(), 0.2);
        Assert.Equal(2, root.GetProperty("detector").GetProperty("mAs").GetDouble());
        Assert.Equal(28, root.GetProperty("image").GetProperty("rows").GetInt32());
        Assert.Equal(3, root.GetProperty("image").GetProperty("white").GetDouble());
    }
}
