using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>How this page writes numbers of many digits: in powers of ten.</summary>
public static class Numerals
{
    private const string Superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>Three significant digits, 0.0123, 12.3, 1.23·10⁷; from a thousand to a million whole numbers.</summary>
    public static string Short(double value)
    {
        if (value == 0 || !double.IsFinite(value))
        {
            return "0";
        }

        string scientific = value.ToString("E2");
        int at = scientific.IndexOf('E', StringComparison.Ordinal);
        int exponent = int.Parse(scientific.AsSpan(at + 1));
        string text =
            exponent is >= -3 and <= 2 ? value.ToString("F" + (2 - exponent))
            : exponent is >= 3 and <= 5 ? Math.Round(value, MidpointRounding.AwayFromZero).ToString("#,0")
            : $"{scientific[..at]}·10{Superscript(exponent)}";
        return Written.Minus(text);
    }

    /// <summary>A number of quanta: all digits up to a million.</summary>
    public static string Quanta(double value) => value is >= 100 and < 1e6 ? Math.Round(value).ToString("#,0") : Short(value);

    /// <summary>A number that was counted: no decimals.</summary>
    public static string Count(double value) => value < 1e6 ? value.ToString("#,0") : Short(value);

    private static string Superscript(int exponent) =>
        (exponent < 0 ? "⁻" : "") + string.Concat(Math.Abs(exponent).ToString().Select(digit => Superscripts[digit - '0']));
}
