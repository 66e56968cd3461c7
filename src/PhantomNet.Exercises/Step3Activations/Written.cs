namespace PhantomNet.Exercises.Step3Activations;

/// <summary>How this step writes numbers: a true minus sign, and no minus before a zero.</summary>
public static class Written
{
    /// <summary>With this many decimals.</summary>
    public static string Fixed(double value, int decimals = 3)
    {
        string text = value.ToString("F" + decimals);
        bool isZero = text.AsSpan().TrimStart('-').IndexOfAnyExcept('0', '.') < 0;
        return isZero ? text.TrimStart('-') : text.Replace('-', '−');
    }

    /// <summary>Three significant digits, with a power of ten where the number is small or large: 0.105, 4.54e−5, 2.62e5.</summary>
    public static string Significant(double value)
    {
        double size = Math.Abs(value);
        string text =
            size == 0 ? "0"
            : size is >= 0.000_995 and < 99_950 ? Plain(value, size)
            : value.ToString("0.00e0");
        return text.Replace('-', '−');
    }

    private static string Plain(double value, double size) =>
        value.ToString("F" + Math.Clamp(2 - (int)Math.Floor(Math.Log10(size)), 0, 6));
}
