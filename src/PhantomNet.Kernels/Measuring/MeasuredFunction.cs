namespace PhantomNet.Kernels.Measuring;

/// <summary>A function of a convolution.</summary>
/// <param name="Export">Its name in the module.</param>
/// <param name="Layer">The layer's name.</param>
/// <param name="Part">What it computes.</param>
/// <param name="Computed">Multiply-adds for one sample that it computes, those of a border of zeros included; two additions count as one.</param>
/// <param name="Counted">Those that the spec counts for one sample forward, and as many for each way back.</param>
internal sealed record MeasuredFunction(string Export, string Layer, ConvolutionPart Part, long Computed, long Counted);
