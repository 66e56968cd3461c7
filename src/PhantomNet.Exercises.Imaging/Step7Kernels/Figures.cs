using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>How this step writes its own numbers.</summary>
public static class Figures
{
    /// <summary>A weight, as short as three decimals allow: 1, −0.5, 0.111.</summary>
    public static string Weight(double value)
    {
        if (Math.Abs(value) >= 1000)
        {
            return Significant(value);
        }

        string text = value.ToString("0.###");
        return text == "-0" ? "0" : Written.Minus(text);
    }

    /// <summary>Three significant digits, with a power of ten from a thousand on.</summary>
    public static string Significant(double value) => Written.Significant(value, largestPower: 2);
}
