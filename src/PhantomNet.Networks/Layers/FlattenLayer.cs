namespace PhantomNet.Networks.Layers;

/// <summary>The same numbers in the same order, called a vector.</summary>
internal sealed class FlattenLayer(Shape shape) : Layer
{
    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch) =>
        input[..(batch * shape.Length)].CopyTo(output);

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> parameterGradient,
        int batch
    ) => outputGradient[..inputGradient.Length].CopyTo(inputGradient);
}
