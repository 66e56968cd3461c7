using PhantomNet.Networks;

namespace PhantomNet.Kernels.Running;

/// <summary>
/// Where a layer's numbers lie, four samples side by side: element (c, y, x) of sample n, 0 to 3, is the float at
/// Address + c·ChannelStride + y·RowStride + x·PixelStride + 4n. A module for predicting has one sample, n = 0.
/// </summary>
/// <param name="Shape">Channels, rows and columns.</param>
/// <param name="Address">Address of element (0, 0, 0) of sample 0.</param>
/// <param name="ChannelStride">Bytes from a channel to the next.</param>
/// <param name="RowStride">Bytes from a row to the next.</param>
/// <param name="PixelStride">Bytes from a column to the next.</param>
public sealed record TensorPlace(Shape Shape, int Address, int ChannelStride, int RowStride, int PixelStride);
