namespace PhantomNet.Networks.Layers;

/// <summary>a = f(z), element by element.</summary>
internal sealed class ActivationLayer(Shape shape, Activation function) : Layer
{
    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch)
    {
        for (int i = 0; i < batch * shape.Length; i++)
        {
            output[i] = function.Value(input[i]);
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> parameterGradient,
        int batch
    )
    {
        for (int i = 0; i < inputGradient.Length; i++)
        {
            inputGradient[i] = outputGradient[i] * function.DerivativeFromValue(output[i]);
        }
    }
}
