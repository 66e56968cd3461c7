namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>How this step writes numbers: a true minus sign, and no minus before a zero.</summary>
public static class Figures
{
    /// <summary>With this many decimals.</summary>
    public static string Fixed(double value, int decimals = 3)
    {
        string text = value.ToString("F" + decimals);
        bool isZero = text.AsSpan().TrimStart('-').IndexOfAnyExcept('0', '.') < 0;
        return isZero ? text.TrimStart('-') : text.Replace('-', '−');
    }

    /// <summary>A weight, as short as three decimals allow: 1, −0.5, 0.111.</summary>
    public static string Weight(double value)
    {
        if (Math.Abs(value) >= 1000)
        {
            return Significant(value);
        }

        string text = value.ToString("0.###");
        return text == "-0" ? "0" : text.Replace('-', '−');
    }

    /// <summary>Three significant digits, with a power of ten where the number is small or large: 0.105, 4.54e−5.</summary>
    public static string Significant(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        // The exponent after rounding: 0.0099999998 is 0.0100.
        string scientific = value.ToString("E2");
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1));
        string text = exponent is >= -3 and <= 2 ? value.ToString("F" + (2 - exponent)) : value.ToString("0.00e0");
        return text.Replace('-', '−');
    }
}
