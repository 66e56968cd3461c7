namespace PhantomNet.Networks;

/// <summary>The shape of one sample: channels × height × width, stored in that order. A vector is n × 1 × 1.</summary>
/// <param name="Channels">Number of channels, or of elements of a vector.</param>
/// <param name="Height">Rows; 1 for a vector.</param>
/// <param name="Width">Columns; 1 for a vector.</param>
public readonly record struct Shape(int Channels, int Height, int Width)
{
    /// <summary>A vector of <paramref name="length"/> elements.</summary>
    public static Shape Vector(int length) => new(length, 1, 1);

    /// <summary>Number of elements.</summary>
    public int Length => Channels * Height * Width;

    /// <summary>Whether height and width are 1.</summary>
    public bool IsVector => Height == 1 && Width == 1;

    /// <summary>For example <c>4</c> for a vector, <c>1×28×28</c> for an image.</summary>
    public override string ToString() => IsVector ? $"{Channels}" : $"{Channels}×{Height}×{Width}";
}
