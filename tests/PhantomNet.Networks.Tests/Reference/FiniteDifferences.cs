namespace PhantomNet.Networks.Tests.Reference;

/// <summary>Gradients without calculus.</summary>
public static class FiniteDifferences
{
    /// <summary>
    /// The step on each side. In double the error of a central difference is then about step² from the curve and 1e-16 / step
    /// from rounding: both below 1e-9.
    /// </summary>
    public const double Step = 1e-5;

    /// <summary>Central differences of a function of many numbers.</summary>
    public static double[] Gradient(Func<double[], double> function, double[] at)
    {
        double[] gradient = new double[at.Length];
        for (int i = 0; i < at.Length; i++)
        {
            double[] moved = [.. at];
            moved[i] = at[i] + Step;
            double above = function(moved);
            moved[i] = at[i] - Step;
            double below = function(moved);
            gradient[i] = (above - below) / (2 * Step);
        }

        return gradient;
    }
}
