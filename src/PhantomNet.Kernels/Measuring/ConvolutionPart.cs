namespace PhantomNet.Kernels.Measuring;

/// <summary>What a function of a convolution computes.</summary>
internal enum ConvolutionPart
{
    /// <summary>The output.</summary>
    Forward,

    /// <summary>∂loss/∂input.</summary>
    InputGradient,

    /// <summary>∂loss/∂weights of the four samples.</summary>
    WeightGradient,
}
