using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>How this step writes its own numbers.</summary>
public static class Amounts
{
    private static readonly string[] ByteUnits = ["bytes", "kB", "MB", "GB"];

    /// <summary>A whole number with its thousands apart.</summary>
    public static string Whole(long value) => Written.Minus(value.ToString("N0"));

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
        return Written.Minus(text);
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
