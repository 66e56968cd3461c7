using PhantomNet.Kernels.Planning;

namespace PhantomNet.Kernels.Layers;

/// <summary>What a convolution computes and where it finds everything; steps are in bytes and may be negative.</summary>
internal sealed record ConvolutionTask
{
    public required int Kernel { get; init; }

    public required int Stride { get; init; }

    /// <summary>Channels that come in.</summary>
    public required int Channels { get; init; }

    /// <summary>Channels that come out.</summary>
    public required int Filters { get; init; }

    /// <summary>Rows to compute.</summary>
    public required int Height { get; init; }

    /// <summary>Columns to compute.</summary>
    public required int Width { get; init; }

    public required Tensor From { get; init; }

    /// <summary>From the tensor's first element to the first window's first place; below 0 with padding.</summary>
    public required int FromOffset { get; init; }

    /// <summary>Bytes from a row to the next; places of a row are an element apart.</summary>
    public required int FromRow { get; init; }

    public required Tensor To { get; init; }

    /// <summary>Pixels of a row that one vector holds: one of four samples, or four of one sample.</summary>
    public int PixelsOfVector => Tensor.Element / From.ElementBytes;

    /// <summary>Vectors that make a row; the last one may hold less pixels than the others.</summary>
    public int Vectors => (Width + PixelsOfVector - 1) / PixelsOfVector;

    /// <summary>Columns of the image from a vector to the next.</summary>
    public int VectorStep => Stride * PixelsOfVector;

    /// <summary>Bytes of the image from a vector to the next.</summary>
    public int FromStep => VectorStep * From.ElementBytes;

    /// <summary>Bytes of the output from a vector to the next.</summary>
    public int ToStep => PixelsOfVector * To.PixelStride;

    /// <summary>Whether results below 0 become 0.</summary>
    public required bool Rectifies { get; init; }

    /// <summary>Address of the weight of filter 0, channel 0, row 0, column 0.</summary>
    public required int WeightAddress { get; init; }

    /// <summary>Address of the first filter's bias; null without.</summary>
    public required int? BiasAddress { get; init; }

    public required int FilterStep { get; init; }

    public required int ChannelStep { get; init; }

    public required int RowStep { get; init; }

    public required int ColumnStep { get; init; }
}
