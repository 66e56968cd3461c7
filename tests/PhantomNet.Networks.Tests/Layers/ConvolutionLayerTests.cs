using PhantomNet.Networks.Layers;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Tests.Layers;

public sealed class ConvolutionLayerTests
{
    // Every number below is a small whole one and exact in float32.
    private static readonly float[] _image = [1, 2, 3, 4, 5, 6, 7, 8, 9];

    [Fact]
    public void The_kernel_is_not_flipped() =>
        // 1·1 + 2·2 + 3·4 + 4·5 and so on, in reading order; flipped it would begin with 4·1 + 3·2.
        Assert.Equal([37, 47, 67, 77], Run(new ConvolutionSpec(1, 2), new Shape(1, 3, 3), [1, 2, 3, 4, 0], _image));

    [Fact]
    public void A_kernel_of_one_in_the_middle_gives_the_image_back_with_same_padding() =>
        Assert.Equal(
            _image,
            Run(new ConvolutionSpec(1, 3, 1, Padding.Same), new Shape(1, 3, 3), [0, 0, 0, 0, 1, 0, 0, 0, 0, 0], _image)
        );

    [Fact]
    public void Padding_is_zeros()
    {
        float[] ones = [1, 1, 1, 1, 1, 1, 1, 1, 1, 0];
        Assert.Equal(
            [12, 21, 16, 27, 45, 33, 24, 39, 28],
            Run(new ConvolutionSpec(1, 3, 1, Padding.Of(1)), new Shape(1, 3, 3), ones, _image)
        );
    }

    [Fact]
    public void A_stride_of_two_takes_every_second_place() =>
        Assert.Equal(
            [1, 3, 7, 9],
            Run(new ConvolutionSpec(1, 3, 2, Padding.Same), new Shape(1, 3, 3), [0, 0, 0, 0, 1, 0, 0, 0, 0, 0], _image)
        );

    [Fact]
    public void Each_filter_sums_over_all_channels_and_has_its_own_bias()
    {
        float[] parameters = [1, 10, 2, 20, 0.5f, -0.5f]; // two filters of two channels of one weight, then two biases
        Assert.Equal(
            [31.5f, 42.5f, 61.5f, 83.5f],
            Run(new ConvolutionSpec(2, 1), new Shape(2, 1, 2), parameters, [1, 2, 3, 4])
        );
    }

    [Fact]
    public void Backward_follows_the_chain_rule_by_hand()
    {
        ConvolutionSpec spec = new(1, 2);
        Layer layer = spec.Build(new Shape(1, 2, 3));
        float[] inputGradient = [9, 9, 9, 9, 9, 9]; // overwritten
        float[] parameterGradient = [1, 1, 1, 1, 1]; // added to
        layer.Backward([1, 2, 3, 4, 0], [1, 2, 3, 4, 5, 6], [0, 0], [1, 10], inputGradient, parameterGradient, batch: 1);
        Assert.Equal([1, 12, 20, 3, 34, 40], inputGradient);
        Assert.Equal([22, 33, 55, 66, 12], parameterGradient);
    }

    [Fact]
    public void Backward_computes_no_input_gradient_where_none_is_asked_for()
    {
        float[] parameterGradient = new float[5];
        new ConvolutionSpec(1, 2)
            .Build(new Shape(1, 2, 3))
            .Backward([1, 2, 3, 4, 0], [1, 2, 3, 4, 5, 6], [0, 0], [1, 10], [], parameterGradient, batch: 1);
        Assert.Equal([21, 32, 54, 65, 11], parameterGradient);
    }

    [Fact]
    public void A_shifted_image_gives_a_shifted_map_away_from_the_borders()
    {
        Shape shape = new(1, 8, 8);
        float[] parameters = [0.3f, -0.7f, 0.2f, 0.9f, -0.1f, 0.4f, -0.6f, 0.8f, 0.5f, 0.1f];
        float[] image = [.. Enumerable.Range(0, 64).Select(i => MathF.Sin(i * i))];
        float[] shifted = [.. Enumerable.Range(0, 64).Select(i => i % 8 == 0 ? 0 : image[i - 1])];
        float[] map = Run(new ConvolutionSpec(1, 3), shape, parameters, image);
        float[] shiftedMap = Run(new ConvolutionSpec(1, 3), shape, parameters, shifted);
        for (int i = 0; i < map.Length; i++)
        {
            if (i % 6 < 5)
            {
                Assert.Equal(map[i], shiftedMap[i + 1], Tolerance.FloatSum);
            }
        }
    }

    [Fact]
    public void A_sample_gives_the_same_bits_alone_and_in_a_batch()
    {
        Shape shape = new(2, 7, 5);
        ConvolutionSpec spec = new(3, 3, 2, Padding.Same);
        float[] parameters = [.. Enumerable.Range(0, 57).Select(i => MathF.Cos(i))];
        float[] batch = [.. Enumerable.Range(0, 3 * shape.Length).Select(i => MathF.Sin(i))];
        float[] together = Run(spec, shape, parameters, batch, count: 3);
        float[] alone = [.. batch.Chunk(shape.Length).SelectMany(sample => Run(spec, shape, parameters, sample))];
        Assert.Equal(alone, together);
    }

    private static float[] Run(LayerSpec spec, Shape shape, float[] parameters, float[] input, int count = 1)
    {
        float[] output = new float[count * spec.OutputShape(shape).Length];
        spec.Build(shape).Forward(parameters, input, output, count);
        return output;
    }
}
