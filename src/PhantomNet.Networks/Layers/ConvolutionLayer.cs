using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Layers;

/// <summary>
/// y[o, row, column] = b[o] + Σ w[o, c, i, j] x[c, row·S − P + i, column·S − P + j], with zeros outside the image: a
/// cross-correlation. The parameters are w [filters, Cin, K, K] followed by b [filters].
/// </summary>
/// <remarks>
/// The layer first lays out what each weight meets: a row for each of the Cin·K·K weights of a filter, and in it the pixel under
/// that weight for every output place. A feature map is then a weighted sum of rows, with the filter's weights. Output rows are
/// taken a strip at a time, so that the rows stay in the cache however large the image is.
/// </remarks>
internal sealed class ConvolutionLayer : Layer
{
    private const int StripLength = 16 * 1024; // numbers laid out at once

    private readonly Shape _input;
    private readonly Shape _output;
    private readonly Window _window;
    private readonly int _weights; // of one filter: Cin·K·K
    private readonly int _stripHeight; // output rows of a strip
    private readonly float[] _met; // [Cin·K·K, output places of a strip]

    public ConvolutionLayer(Shape input, Shape output, Window window)
    {
        _input = input;
        _output = output;
        _window = window;
        _weights = input.Channels * window.Size * window.Size;
        _stripHeight = (int)Math.Clamp(StripLength / ((long)_weights * output.Width), 1, output.Height);
        _met = new float[checked(_weights * _stripHeight * output.Width)];
    }

    public override void Forward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input, // [batch, Cin, H, W]
        Span<float> output, // [batch, filters, rows, columns]
        int batch
    )
    {
        ReadOnlySpan<float> biases = parameters[(_output.Channels * _weights)..];
        for (int n = 0; n < batch; n++)
        {
            ReadOnlySpan<float> x = input.Slice(n * _input.Length, _input.Length);
            for (int top = 0; top < _output.Height; top += _stripHeight)
            {
                int places = PlacesOfStrip(top);
                LayOut(x, top);
                for (int o = 0; o < _output.Channels; o++)
                {
                    ReadOnlySpan<float> w = parameters.Slice(o * _weights, _weights);
                    Span<float> y = output.Slice(Index(n, o, top), places);
                    y.Fill(biases[o]);
                    for (int k = 0; k < w.Length; k++)
                    {
                        Rows.AddScaled(y, w[k], _met.AsSpan(k * places, places));
                    }
                }
            }
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient, // [batch, filters, rows, columns]
        Span<float> inputGradient, // [batch, Cin, H, W] or empty
        Span<float> parameterGradient,
        int batch
    )
    {
        Span<float> biasGradient = parameterGradient[(_output.Channels * _weights)..];
        inputGradient.Clear();
        for (int n = 0; n < batch; n++)
        {
            for (int top = 0; top < _output.Height; top += _stripHeight)
            {
                int places = PlacesOfStrip(top);
                LayOut(input.Slice(n * _input.Length, _input.Length), top);
                for (int o = 0; o < _output.Channels; o++)
                {
                    ReadOnlySpan<float> dy = outputGradient.Slice(Index(n, o, top), places);
                    biasGradient[o] += Rows.Sum(dy);
                    Span<float> dw = parameterGradient.Slice(o * _weights, _weights);
                    for (int k = 0; k < dw.Length; k++)
                    {
                        dw[k] += Rows.Dot(dy, _met.AsSpan(k * places, places));
                    }
                }

                if (inputGradient.IsEmpty)
                {
                    continue;
                }

                // The same rows now hold ∂loss/∂(what each weight met), and then go back to the pixels.
                _met.AsSpan(0, _weights * places).Clear();
                for (int o = 0; o < _output.Channels; o++)
                {
                    ReadOnlySpan<float> dy = outputGradient.Slice(Index(n, o, top), places);
                    ReadOnlySpan<float> w = parameters.Slice(o * _weights, _weights);
                    for (int k = 0; k < w.Length; k++)
                    {
                        Rows.AddScaled(_met.AsSpan(k * places, places), w[k], dy);
                    }
                }

                PutBack(inputGradient.Slice(n * _input.Length, _input.Length), top);
            }
        }
    }

    // Writes the strip's rows from the image.
    private void LayOut(ReadOnlySpan<float> x, int top)
    {
        Span<float> rest = _met;
        for (int k = 0; k < _weights; k++)
        {
            (int channel, int i, int j) = PlaceOfWeight(k);
            (int first, int end) = ColumnsInside(j);
            for (int row = top; row < Math.Min(top + _stripHeight, _output.Height); row++)
            {
                Span<float> met = rest[.._output.Width];
                rest = rest[_output.Width..];
                int imageRow = _window.Start(row) + i;
                if (imageRow < 0 || imageRow >= _input.Height || first == end)
                {
                    met.Clear();
                    continue;
                }

                met[..first].Clear();
                met[end..].Clear();
                ReadOnlySpan<float> pixels = x.Slice(((channel * _input.Height) + imageRow) * _input.Width, _input.Width);
                pixels = pixels[(_window.Start(first) + j)..];
                if (_window.Stride == 1)
                {
                    pixels[..(end - first)].CopyTo(met[first..]);
                    continue;
                }

                for (int column = first; column < end; column++)
                {
                    met[column] = pixels[(column - first) * _window.Stride];
                }
            }
        }
    }

    // The way back: adds each number of the rows to the pixel that it was read from.
    private void PutBack(Span<float> dx, int top)
    {
        ReadOnlySpan<float> rest = _met;
        for (int k = 0; k < _weights; k++)
        {
            (int channel, int i, int j) = PlaceOfWeight(k);
            (int first, int end) = ColumnsInside(j);
            for (int row = top; row < Math.Min(top + _stripHeight, _output.Height); row++)
            {
                ReadOnlySpan<float> met = rest[.._output.Width];
                rest = rest[_output.Width..];
                int imageRow = _window.Start(row) + i;
                if (imageRow < 0 || imageRow >= _input.Height || first == end)
                {
                    continue;
                }

                Span<float> pixels = dx.Slice(((channel * _input.Height) + imageRow) * _input.Width, _input.Width);
                pixels = pixels[(_window.Start(first) + j)..];
                if (_window.Stride == 1)
                {
                    Rows.AddScaled(pixels[..(end - first)], 1, met[first..end]);
                    continue;
                }

                for (int column = first; column < end; column++)
                {
                    pixels[(column - first) * _window.Stride] += met[column];
                }
            }
        }
    }

    private int PlacesOfStrip(int top) => Math.Min(_stripHeight, _output.Height - top) * _output.Width;

    private int Index(int n, int filter, int row) =>
        ((((n * _output.Channels) + filter) * _output.Height) + row) * _output.Width;

    private (int Channel, int Row, int Column) PlaceOfWeight(int k) =>
        (k / (_window.Size * _window.Size), k / _window.Size % _window.Size, k % _window.Size);

    // The output columns for which column j of the window lies on the image and not on padding.
    private (int First, int End) ColumnsInside(int j)
    {
        int before = _window.Padding - j; // pixels of padding to the left of the first window's column j
        int first = before <= 0 ? 0 : Math.Min(((before - 1) / _window.Stride) + 1, _output.Width);
        int last = _input.Width - 1 + before;
        int end = last < 0 ? 0 : Math.Min((last / _window.Stride) + 1, _output.Width);
        return (first, Math.Max(first, end));
    }
}
