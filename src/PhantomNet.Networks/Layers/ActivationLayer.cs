namespace PhantomNet.Networks.Layers;

/// <summary>a = f(z), element by element.</summary>
internal sealed class ActivationLayer(Shape shape, Activation function) : Layer
{
    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch)
    {
        if (function == Activation.ReLU)
        {
            Rectify(input[..(batch * shape.Length)], output);
            return;
        }

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
        if (function == Activation.ReLU)
        {
            PassWhereActive(output[..inputGradient.Length], outputGradient, inputGradient);
            return;
        }

        for (int i = 0; i < inputGradient.Length; i++)
        {
            inputGradient[i] = outputGradient[i] * function.DerivativeFromValue(output[i]);
        }
    }

    // The same as the loops above, for the function that convolutional networks have everywhere, without asking each time which.
    private static void Rectify(ReadOnlySpan<float> z, Span<float> a)
    {
        a = a[..z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            a[i] = z[i] <= 0 ? 0 : z[i];
        }
    }

    private static void PassWhereActive(ReadOnlySpan<float> a, ReadOnlySpan<float> da, Span<float> dz)
    {
        da = da[..a.Length];
        dz = dz[..a.Length];
        for (int i = 0; i < a.Length; i++)
        {
            dz[i] = a[i] > 0 ? da[i] : 0;
        }
    }
}
