using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>How this step writes its numbers.</summary>
public static class Shown
{
    /// <summary>Two decimals, a third where it is needed, and a true minus sign.</summary>
    public static string Number(double value) => Write(value, "0.00#", 3);

    /// <summary>Three decimals.</summary>
    public static string Fixed(double value) => Write(value, "F3", 3);

    /// <summary>A score to three decimals, or to six where three would hide on which side of 0.5 it lies.</summary>
    public static string Score(double score) =>
        score != 0.5 && Math.Abs(score - 0.5) < 0.0005 ? score.ToString("F6") : score.ToString("F3");

    /// <summary>In brackets when negative, as a factor or a summand needs it.</summary>
    public static string Summand(double value) => value < 0 ? $"({Number(value)})" : Number(value);

    // Rounding first and adding zero turns −0 into 0.
    private static string Write(double value, string format, int digits) =>
        Written.Minus((Math.Round(value, digits) + 0.0).ToString(format));
}
