using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Specs;

public sealed class ImageSpecTests
{
    [Theory]
    [InlineData(28, 3, 1, 0, 26)]
    [InlineData(28, 3, 1, 1, 28)]
    [InlineData(28, 3, 2, 1, 14)]
    [InlineData(29, 3, 2, 0, 14)]
    [InlineData(30, 3, 2, 0, 14)]
    [InlineData(7, 2, 2, 0, 3)]
    [InlineData(5, 5, 1, 0, 1)]
    [InlineData(2, 5, 3, 4, 2)]
    [InlineData(4, 1, 3, 0, 2)]
    public void A_convolution_gives_N_plus_2P_minus_K_over_S_rounded_down_plus_1(int n, int k, int s, int p, int expected)
    {
        Assert.Equal(
            new Shape(4, expected, expected),
            new ConvolutionSpec(4, k, s, Padding.Of(p)).OutputShape(new Shape(2, n, n))
        );
        if (p == 0)
        {
            Assert.Equal(new Shape(2, expected, expected), new MaxPoolingSpec(k, s).OutputShape(new Shape(2, n, n)));
            Assert.Equal(new Shape(2, expected, expected), new AveragePoolingSpec(k, s).OutputShape(new Shape(2, n, n)));
        }
    }

    [Theory]
    [InlineData(1, 28, 28)]
    [InlineData(2, 28, 14)]
    [InlineData(2, 27, 14)]
    [InlineData(3, 28, 10)]
    public void Same_padding_keeps_the_size_or_divides_it_by_the_stride_rounded_up(int stride, int n, int expected)
    {
        foreach (int kernel in new[] { 1, 3, 5, 7 })
        {
            ConvolutionSpec spec = new(1, kernel, stride, Padding.Same);
            Assert.Equal(new Shape(1, expected, expected), spec.OutputShape(new Shape(1, n, n)));
        }
    }

    [Fact]
    public void Kernels_span_all_input_channels()
    {
        ConvolutionSpec second = new(64, 3, 1, Padding.Same);
        Shape maps = new(32, 112, 112);
        Assert.Equal(18_432, second.WeightCount(maps));
        Assert.Equal(64, second.BiasCount(maps));
        Assert.Equal((288, 576), (second.FanIn(maps), second.FanOut(maps)));
        Assert.Equal(18_432L * 112 * 112, second.MultiplyAdds(maps));
    }

    [Fact]
    public void Fewer_weights_are_not_less_arithmetic()
    {
        ConvolutionSpec filters = new(32, 3, 1, Padding.Same);
        Shape radiograph = new(1, 224, 224);
        Assert.Equal(288, filters.WeightCount(radiograph));
        Assert.Equal(14_450_688, filters.MultiplyAdds(radiograph));
    }

    [Fact]
    public void The_network_of_the_course_has_its_known_shapes_and_counts()
    {
        NetworkSpec spec = Course();
        Assert.Equal(new Shape(32, 224, 224), spec.OutputOf(0));
        Assert.Equal(new Shape(128, 28, 28), spec.OutputOf(8));
        Assert.Equal(Shape.Vector(100_352), spec.OutputOf(9));
        Assert.Equal(320, spec.ParameterCountOf(0));
        Assert.Equal(18_496, spec.ParameterCountOf(3));
        Assert.Equal(73_856, spec.ParameterCountOf(6));
        Assert.Equal(25_690_368, spec.ParameterCountOf(10));
        Assert.Equal(320 + 18_496 + 73_856 + 25_690_368 + 514, spec.ParameterCount);
    }

    [Fact]
    public void Activation_memory_is_the_input_and_what_leaves_each_layer()
    {
        NetworkSpec spec = new(
            new Shape(1, 28, 28),
            Loss.SoftmaxCrossEntropy,
            new ConvolutionSpec(8, 3),
            new ActivationSpec(Activation.ReLU),
            new MaxPoolingSpec(2),
            new FlattenSpec(),
            new DenseSpec(2)
        );
        Assert.Equal(784 + 5408 + 5408 + 1352 + 1352 + 2, spec.ActivationCount);
        Assert.Equal(4 * spec.ActivationCount, spec.ActivationBytes);
    }

    [Fact]
    public void A_spec_says_only_what_is_not_usual() =>
        Assert.Equal(
            "1×28×28 → convolution 8@3×3 → ReLU → max pooling 2×2 → convolution 4@5×5, stride 2, same padding → "
                + "average pooling 3×3, stride 1 → dropout 0.25 → flatten → dense 2",
            new NetworkSpec(
                new Shape(1, 28, 28),
                Loss.SoftmaxCrossEntropy,
                new ConvolutionSpec(8, 3),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new ConvolutionSpec(4, 5, 2, Padding.Same),
                new AveragePoolingSpec(3, 1),
                new DropoutSpec(0.25),
                new FlattenSpec(),
                new DenseSpec(2)
            ).ToString()
        );

    [Fact]
    public void Paddings_are_equal_when_they_say_the_same()
    {
        Assert.Equal(new ConvolutionSpec(1, 3), new ConvolutionSpec(1, 3, 1, Padding.Valid));
        Assert.Equal(Padding.Valid, Padding.Of(0));
        Assert.NotEqual(Padding.Valid, Padding.Same);
        Assert.Equal("valid padding", $"{default(Padding)}");
        Assert.Equal("same padding", $"{Padding.Same}");
        Assert.Equal("padding 2", $"{Padding.Of(2)}");
    }

    public static TheoryData<LayerSpec, string[]> Refused =>
        new()
        {
            { new ConvolutionSpec(8, 7), ["convolution 8@7×7", "shape 2×5×6", "at least 7 rows", "5 and 6", "smaller window"] },
            { new ConvolutionSpec(8, 9, 1, Padding.Of(1)), ["9×9", "1 of padding", "7 and 8"] },
            { new ConvolutionSpec(0, 3), ["0 filters", "at least 1"] },
            { new ConvolutionSpec(8, 0), ["window of 0", "at least 1"] },
            { new ConvolutionSpec(8, 3, 0), ["stride of 0", "at least 1"] },
            { new ConvolutionSpec(8, 3, 1, Padding.Of(3)), ["3 of padding", "window of 3", "0 to 2"] },
            { new ConvolutionSpec(8, 3, 1, Padding.Of(-1)), ["-1 of padding", "0 to 2"] },
            { new ConvolutionSpec(8, 4, 1, Padding.Same), ["Same padding", "kernel of 4", "odd", "kernel of 5"] },
            { new MaxPoolingSpec(6), ["max pooling 6×6", "shape 2×5×6", "at least 6 rows", "5 and 6"] },
            { new AveragePoolingSpec(2, -1), ["average pooling 2×2, stride -1", "at least 1"] },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_layer_that_does_not_fit_is_refused_with_both_sides(LayerSpec layer, string[] parts) =>
        AssertRefused(
            () => _ = new NetworkSpec(new Shape(2, 5, 6), Loss.MeanSquaredError, new ActivationSpec(Activation.Tanh), layer),
            ["Layer 2", .. parts]
        );

    [Fact]
    public void Sizes_beyond_all_bounds_are_refused_and_do_not_overflow()
    {
        Shape image = new(1, 40_000, 40_000);
        AssertRefused(
            () => _ = new NetworkSpec(image, Loss.MeanSquaredError, new ConvolutionSpec(int.MaxValue, 3)),
            "too many elements"
        );
        AssertRefused(
            () => _ = new NetworkSpec(image, Loss.MeanSquaredError, new ConvolutionSpec(100, 40_000, 1)),
            "too many parameters"
        );
        AssertRefused(
            () => _ = new NetworkSpec(image, Loss.MeanSquaredError, new ConvolutionSpec(1, int.MaxValue, 1, Padding.Same)),
            "too many"
        );
    }

    private static readonly int[] _filters = [32, 64, 128];

    internal static NetworkSpec Course() =>
        new(
            new Shape(1, 224, 224),
            Loss.SoftmaxCrossEntropy,
            [
                .. _filters.SelectMany(filters =>
                    new LayerSpec[]
                    {
                        new ConvolutionSpec(filters, 3, 1, Padding.Same),
                        new ActivationSpec(Activation.ReLU),
                        new MaxPoolingSpec(2),
                    }
                ),
                new FlattenSpec(),
                new DenseSpec(256),
                new DenseSpec(2),
            ]
        );
}
