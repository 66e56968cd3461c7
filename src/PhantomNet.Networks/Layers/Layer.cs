namespace PhantomNet.Networks.Layers;

/// <summary>
/// One layer of the textbook engine. Batches are stored sample after sample: [batch, length]. A layer keeps no activations; it
/// is given those that it needs.
/// </summary>
internal abstract class Layer
{
    /// <summary>Told before each <see cref="Forward"/>: the pass of a training, or null outside training.</summary>
    public virtual void Begin(TrainingPass? pass) { }

    /// <summary>Computes <paramref name="output"/> from <paramref name="input"/>.</summary>
    public abstract void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch);

    /// <summary>
    /// Given ∂loss/∂output, overwrites ∂loss/∂input (unless that span is empty: the first layer needs none) and adds to
    /// ∂loss/∂parameters.
    /// </summary>
    public abstract void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> parameterGradient,
        int batch
    );
}
