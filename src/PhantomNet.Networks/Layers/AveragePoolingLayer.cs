using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Layers;

/// <summary>The mean of each window, channel by channel. Each place of a window gets an equal share of the gradient.</summary>
internal sealed class AveragePoolingLayer(Shape inputShape, Shape outputShape, Window window) : Layer
{
    private readonly float _share = 1f / (window.Size * window.Size);

    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch)
    {
        for (int place = 0; place < batch * outputShape.Length; place++)
        {
            int corner = CornerOf(place);
            float sum = 0;
            for (int i = 0; i < window.Size; i++)
            {
                for (int j = 0; j < window.Size; j++)
                {
                    sum += input[corner + (i * inputShape.Width) + j];
                }
            }

            output[place] = sum * _share;
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient, // [batch, channels, rows, columns]
        Span<float> inputGradient, // [batch, channels, H, W]
        Span<float> parameterGradient,
        int batch
    )
    {
        if (inputGradient.IsEmpty)
        {
            return;
        }

        inputGradient.Clear();
        for (int place = 0; place < batch * outputShape.Length; place++)
        {
            int corner = CornerOf(place);
            float share = outputGradient[place] * _share;
            for (int i = 0; i < window.Size; i++)
            {
                for (int j = 0; j < window.Size; j++)
                {
                    inputGradient[corner + (i * inputShape.Width) + j] += share;
                }
            }
        }
    }

    // Index of the window's first number; the maps of the whole batch lie one after another on both sides.
    private int CornerOf(int place)
    {
        int map = Math.DivRem(place, outputShape.Height * outputShape.Width, out int inMap);
        int row = window.Start(inMap / outputShape.Width);
        int column = window.Start(inMap % outputShape.Width);
        return (((map * inputShape.Height) + row) * inputShape.Width) + column;
    }
}
