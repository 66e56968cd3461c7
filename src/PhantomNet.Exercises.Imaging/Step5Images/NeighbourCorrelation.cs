namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>How alike neighbouring pixels are.</summary>
public static class NeighbourCorrelation
{
    /// <summary>Pearson's correlation between each pixel and the one to its right; 0 where an image has only one value.</summary>
    /// <param name="image">[side, side].</param>
    /// <param name="side">Rows and columns.</param>
    public static double Of(ReadOnlySpan<float> image, int side)
    {
        (double left, double right, double leftSquares, double rightSquares, double products) = (0, 0, 0, 0, 0);
        for (int i = 0; i < image.Length - 1; i++)
        {
            if (i % side == side - 1)
            {
                continue;
            }

            (double a, double b) = (image[i], image[i + 1]);
            left += a;
            right += b;
            leftSquares += a * a;
            rightSquares += b * b;
            products += a * b;
        }

        double count = side * (side - 1.0);
        double covariance = products - (left * right / count);
        double variances = (leftSquares - (left * left / count)) * (rightSquares - (right * right / count));
        return variances > 1e-12 ? covariance / Math.Sqrt(variances) : 0;
    }
}
