namespace PhantomNet.Networks.Layers;

/// <summary>y = W x + b, with W [outputs, inputs] followed by b [outputs] in the parameters.</summary>
internal sealed class DenseLayer(int inputs, int outputs) : Layer
{
    public override void Forward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input, // [batch, inputs]
        Span<float> output, // [batch, outputs]
        int batch
    )
    {
        ReadOnlySpan<float> biases = parameters[(inputs * outputs)..];
        for (int n = 0; n < batch; n++)
        {
            ReadOnlySpan<float> x = input.Slice(n * inputs, inputs);
            Span<float> y = output.Slice(n * outputs, outputs);
            for (int o = 0; o < y.Length; o++)
            {
                ReadOnlySpan<float> w = parameters.Slice(o * inputs, inputs);
                float sum = biases[o];
                for (int i = 0; i < x.Length; i++)
                {
                    sum += w[i] * x[i];
                }

                y[o] = sum;
            }
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient, // [batch, outputs]
        Span<float> inputGradient, // [batch, inputs] or empty
        Span<float> parameterGradient,
        int batch
    )
    {
        Span<float> biasGradient = parameterGradient[(inputs * outputs)..];
        inputGradient.Clear();
        for (int n = 0; n < batch; n++)
        {
            ReadOnlySpan<float> x = input.Slice(n * inputs, inputs);
            ReadOnlySpan<float> dy = outputGradient.Slice(n * outputs, outputs);
            for (int o = 0; o < dy.Length; o++)
            {
                float d = dy[o];
                biasGradient[o] += d;
                Span<float> dw = parameterGradient.Slice(o * inputs, inputs);
                for (int i = 0; i < x.Length; i++)
                {
                    dw[i] += d * x[i];
                }

                if (inputGradient.IsEmpty)
                {
                    continue;
                }

                ReadOnlySpan<float> w = parameters.Slice(o * inputs, inputs);
                Span<float> dx = inputGradient.Slice(n * inputs, inputs);
                for (int i = 0; i < w.Length; i++)
                {
                    dx[i] += d * w[i];
                }
            }
        }
    }
}
