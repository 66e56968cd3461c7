namespace PhantomNet.Exercises.Shared;

/// <summary>How numbers are written: with a true minus sign.</summary>
public static class Written
{
    /// <summary>With this many decimals, and no minus before a zero.</summary>
    public static string Fixed(double value, int decimals = 3)
    {
        string text = value.ToString("F" + decimals);
        bool isZero = text.AsSpan().TrimStart('-').IndexOfAnyExcept('0', '.') < 0;
        return isZero ? text.TrimStart('-') : Minus(text);
    }

    /// <summary>Three significant digits, with a power of ten where the number is small or large: 0.105, 4.54e−5, 2.62e5.</summary>
    /// <param name="value">The number.</param>
    /// <param name="largestPower">The largest power of ten that is written out.</param>
    public static string Significant(double value, int largestPower = 4)
    {
        if (value == 0)
        {
            return "0";
        }

        // The exponent after rounding: 0.0099999998 is 0.0100.
        string scientific = value.ToString("E2");
        int exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1));
        string text =
            exponent >= -3 && exponent <= largestPower
                ? value.ToString("F" + Math.Max(0, 2 - exponent))
                : value.ToString("0.00e0");
        return Minus(text);
    }

    /// <summary>The same with a true minus sign for each hyphen.</summary>
    public static string Minus(string text) => text.Replace('-', '−');
}
