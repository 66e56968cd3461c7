using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Layers;

/// <summary>The largest number of each window, channel by channel. The gradient goes to the place that it came from.</summary>
/// <remarks>Of equal numbers the first in reading order wins. A NaN beats every number, so that it isn't hidden.</remarks>
internal sealed class MaxPoolingLayer(Shape inputShape, Shape outputShape, Window window) : Layer
{
    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch)
    {
        int maps = batch * inputShape.Channels;
        int places = outputShape.Height * outputShape.Width;
        for (int map = 0; map < maps; map++)
        {
            ReadOnlySpan<float> x = Map(input, map);
            Span<float> y = output.Slice(map * places, places);
            for (int place = 0; place < y.Length; place++)
            {
                y[place] = x[Winner(x, place)];
            }
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input, // [batch, channels, H, W]
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient, // [batch, channels, rows, columns]
        Span<float> inputGradient,
        Span<float> parameterGradient,
        int batch
    )
    {
        if (inputGradient.IsEmpty)
        {
            return;
        }

        inputGradient.Clear();
        int maps = batch * inputShape.Channels;
        int places = outputShape.Height * outputShape.Width;
        for (int map = 0; map < maps; map++)
        {
            ReadOnlySpan<float> x = Map(input, map);
            ReadOnlySpan<float> dy = outputGradient.Slice(map * places, places);
            Span<float> dx = inputGradient.Slice(map * x.Length, x.Length);
            for (int place = 0; place < dy.Length; place++)
            {
                dx[Winner(x, place)] += dy[place]; // adds: windows that overlap can have the same winner
            }
        }
    }

    /// <summary>The winner of every output of one sample, as an index into the sample.</summary>
    public void FindWinners(ReadOnlySpan<float> sample, Span<int> winners)
    {
        int places = outputShape.Height * outputShape.Width;
        for (int i = 0; i < winners.Length; i++)
        {
            int map = i / places;
            winners[i] = (map * inputShape.Height * inputShape.Width) + Winner(Map(sample, map), i % places);
        }
    }

    private ReadOnlySpan<float> Map(ReadOnlySpan<float> maps, int map) =>
        maps.Slice(map * inputShape.Height * inputShape.Width, inputShape.Height * inputShape.Width);

    // Index into the map of the largest number under the window.
    private int Winner(ReadOnlySpan<float> x, int place)
    {
        int corner = (window.Start(place / outputShape.Width) * inputShape.Width) + window.Start(place % outputShape.Width);
        int winner = corner;
        float largest = x[corner];
        for (int i = 0; i < window.Size; i++)
        {
            for (int j = 0; j < window.Size; j++)
            {
                int index = corner + (i * inputShape.Width) + j;
                float value = x[index];
                if (value > largest || float.IsNaN(value))
                {
                    largest = value;
                    winner = index;
                }
            }
        }

        return winner;
    }
}
