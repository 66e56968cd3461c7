namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>How this step writes numbers: a true minus sign, and no minus before a zero.</summary>
public static class Written
{
    private static readonly string[] ByteUnits = ["bytes", "kB", "MB", "GB"];

    /// <summary>A whole number with its thousands apart.</summary>
    public static string Whole(long value) => value.ToString("N0").Replace('-', '−');

    /// <summary>With this many decimals.</summary>
    public static string Fixed(double value, int decimals = 2)
    {
        string text = value.ToString("F" + decimals);
        bool isZero = text.AsSpan().TrimStart('-').IndexOfAnyExcept('0', '.') < 0;
        return isZero ? text.TrimStart('-') : text.Replace('-', '−');
    }

    /// <summary>Three significant digits, with a power of ten where the number is small; 0 only for zero itself.</summary>
    public static string Significant(double value)
    {
        if (value == 0)
        {
            return "0";
        }

        int exponent = (int)Math.Floor(Math.Log10(Math.Abs(value)) + 1e-9);
        string text = exponent switch
        {
            < -3 => value.ToString("0.0e0"),
            >= 3 => value.ToString("N0"),
            _ => value.ToString("F" + Math.Max(0, 2 - exponent)),
        };
        return text.Replace('-', '−');
    }

    /// <summary>Bytes in decimal units, three significant digits.</summary>
    public static string Bytes(long bytes)
    {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < ByteUnits.Length - 1)
        {
            value /= 1000;
            unit++;
        }

        return $"{(unit == 0 ? Whole(bytes) : Significant(value))} {ByteUnits[unit]}";
    }

    /// <summary>A shift with its sign: +3, 0, −2.</summary>
    public static string Signed(int value) => value > 0 ? $"+{value}" : Whole(value);
}
