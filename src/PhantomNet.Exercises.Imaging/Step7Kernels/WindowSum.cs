namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>The arithmetic of one output pixel: nine pixels, nine weights, nine products and their sum.</summary>
public sealed class WindowSum
{
    /// <summary>Looks through the window around a pixel.</summary>
    /// <param name="image">[size, size].</param>
    /// <param name="size">Rows and columns.</param>
    /// <param name="row">Of the window's middle.</param>
    /// <param name="column">Of the window's middle.</param>
    /// <param name="laid">The kernel as it lies on the image.</param>
    /// <param name="border">What lies beyond the image.</param>
    public WindowSum(float[] image, int size, int row, int column, Kernel laid, BorderRule border)
    {
        float[] weights = laid.ToSingle();
        for (int place = 0; place < Kernel.Count; place++)
        {
            int r = row + (place / Kernel.Size) - 1;
            int c = column + (place % Kernel.Size) - 1;
            Outside[place] = r < 0 || c < 0 || r >= size || c >= size;
            Pixels[place] =
                Outside[place] && border != BorderRule.Replicate
                    ? 0
                    : image[(Math.Clamp(r, 0, size - 1) * size) + Math.Clamp(c, 0, size - 1)];
            Products[place] = Pixels[place] * weights[place];
        }
    }

    /// <summary>The nine pixels, row by row.</summary>
    public float[] Pixels { get; } = new float[Kernel.Count];

    /// <summary>Which of them lie beyond the image.</summary>
    public bool[] Outside { get; } = new bool[Kernel.Count];

    /// <summary>Each pixel times the weight that lies on it.</summary>
    public float[] Products { get; } = new float[Kernel.Count];

    /// <summary>The sum of the products.</summary>
    public float Sum => Products.Sum();
}
