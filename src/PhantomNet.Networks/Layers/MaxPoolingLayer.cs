using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Layers;

/// <summary>The largest number of each window, channel by channel. The gradient goes to the place that it came from.</summary>
/// <remarks>Of equal numbers the first in reading order wins. A NaN beats every number, so that it isn't hidden.</remarks>
internal sealed class MaxPoolingLayer(Shape inputShape, Shape outputShape, Window window) : Layer
{
    private readonly int _mapLength = inputShape.Height * inputShape.Width;

    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch)
    {
        int next = 0;
        for (int map = 0; map < batch * inputShape.Channels; map++)
        {
            ReadOnlySpan<float> x = input.Slice(map * _mapLength, _mapLength);
            for (int row = 0; row < outputShape.Height; row++)
            {
                for (int column = 0; column < outputShape.Width; column++)
                {
                    output[next++] = x[Winner(x, row, column)];
                }
            }
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input, // [batch, channels, H, W]
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient, // [batch, channels, rows, columns]
        Span<float> inputGradient, // [batch, channels, H, W] or empty
        Span<float> parameterGradient,
        int batch
    )
    {
        if (inputGradient.IsEmpty)
        {
            return;
        }

        inputGradient.Clear();
        int next = 0;
        for (int map = 0; map < batch * inputShape.Channels; map++)
        {
            ReadOnlySpan<float> x = input.Slice(map * _mapLength, _mapLength);
            Span<float> dx = inputGradient.Slice(map * _mapLength, _mapLength);
            for (int row = 0; row < outputShape.Height; row++)
            {
                for (int column = 0; column < outputShape.Width; column++)
                {
                    dx[Winner(x, row, column)] += outputGradient[next++]; // adds: windows that overlap can share a winner
                }
            }
        }
    }

    /// <summary>The winner of every output of one sample, as an index into the sample.</summary>
    public void FindWinners(ReadOnlySpan<float> sample, Span<int> winners)
    {
        for (int i = 0; i < winners.Length; i++)
        {
            int map = i / (outputShape.Height * outputShape.Width);
            int row = i / outputShape.Width % outputShape.Height;
            ReadOnlySpan<float> x = sample.Slice(map * _mapLength, _mapLength);
            winners[i] = (map * _mapLength) + Winner(x, row, i % outputShape.Width);
        }
    }

    // Index into the map of the largest number under the window.
    private int Winner(ReadOnlySpan<float> x, int row, int column)
    {
        int corner = (window.Start(row) * inputShape.Width) + window.Start(column);
        int winner = corner;
        float largest = x[corner];
        for (int i = 0; i < window.Size; i++)
        {
            int start = corner + (i * inputShape.Width);
            ReadOnlySpan<float> seen = x.Slice(start, window.Size);
            for (int j = 0; j < seen.Length; j++)
            {
                if (seen[j] > largest || float.IsNaN(seen[j]))
                {
                    largest = seen[j];
                    winner = start + j;
                }
            }
        }

        return winner;
    }
}
