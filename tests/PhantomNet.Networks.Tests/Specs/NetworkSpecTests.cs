using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Specs;

public sealed class NetworkSpecTests
{
    private static readonly Shape _radiograph = new(1, 224, 224);

    [Fact]
    public void A_dense_layer_on_a_radiograph_has_6_422_528_weights()
    {
        NetworkSpec spec = new(_radiograph, Loss.SoftmaxCrossEntropy, new FlattenSpec(), new DenseSpec(128));
        ParameterBlock block = spec.ParameterBlocks().Single();
        Assert.Equal(6_422_528, block.WeightCount);
        Assert.Equal(128, block.BiasCount);
        Assert.Equal(6_422_656, spec.ParameterCount);
        Assert.Equal(6_422_528, spec.MultiplyAdds);
    }

    [Fact]
    public void Shapes_counts_and_blocks_follow_from_the_layers()
    {
        NetworkSpec spec = Example();
        Assert.Equal(new Shape(2, 3, 4), spec.InputOf(0));
        Assert.Equal(Shape.Vector(24), spec.OutputOf(0));
        Assert.Equal(Shape.Vector(5), spec.OutputOf(1));
        Assert.Equal(Shape.Vector(5), spec.InputOf(3));
        Assert.Equal(Shape.Vector(3), spec.Output);
        Assert.Equal([0, 125, 0, 18], Enumerable.Range(0, 4).Select(spec.ParameterCountOf));
        Assert.Equal([0, 120, 0, 15], Enumerable.Range(0, 4).Select(spec.MultiplyAddsOf));
        Assert.Equal(143, spec.ParameterCount);
        Assert.Equal(135, spec.MultiplyAdds);
        Assert.Equal([new ParameterBlock(1, 0, 120, 5), new ParameterBlock(3, 125, 15, 3)], spec.ParameterBlocks());
        Assert.Equal((125..140, 140..143, 125..143), Ranges(spec.ParameterBlocks().Last()));
    }

    [Fact]
    public void A_spec_reads_as_the_way_of_the_data() =>
        Assert.Equal("2×3×4 → flatten → dense 5 → ReLU → dense 3", Example().ToString());

    [Theory]
    [InlineData(4, 1, 1, "4")]
    [InlineData(1, 28, 28, "1×28×28")]
    [InlineData(1, 1, 2, "1×1×2")]
    public void A_shape_reads_as_channels_height_width(int channels, int height, int width, string text) =>
        Assert.Equal(text, new Shape(channels, height, width).ToString());

    [Fact]
    public void Specs_are_equal_when_shape_loss_and_layers_are()
    {
        NetworkSpec[] others =
        [
            new(Shape.Vector(3), Loss.BinaryCrossEntropy, new DenseSpec(1)),
            new(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(1)),
            new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1), new ActivationSpec(Activation.Tanh)),
        ];
        NetworkSpec spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1));
        NetworkSpec same = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1));
        Assert.Equal(spec, same);
        Assert.Equal(spec.GetHashCode(), same.GetHashCode());
        Assert.All(others, other => Assert.NotEqual(spec, other));
        Assert.False(spec.Equals((object?)"2 → dense 1"));
    }

    [Theory]
    [InlineData(Activation.Step, false)]
    [InlineData(Activation.ReLU, true)]
    public void Only_the_step_function_cannot_be_trained(Activation function, bool trainable)
    {
        NetworkSpec spec = new(Shape.Vector(1), Loss.MeanSquaredError, new DenseSpec(1), new ActivationSpec(function));
        Assert.Equal(trainable, spec.IsTrainable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-3)]
    public void A_dense_layer_without_units_is_refused(int units) =>
        AssertRefused(
            () => _ = new NetworkSpec(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(4), new DenseSpec(units)),
            "Layer 2",
            $"{units} units",
            "at least 1"
        );

    [Fact]
    public void A_dense_layer_on_an_image_is_told_to_flatten_it() =>
        AssertRefused(
            () => _ = new NetworkSpec(new Shape(1, 28, 28), Loss.MeanSquaredError, new DenseSpec(10)),
            "Layer 1",
            "dense layer of 10 units",
            "1×28×28",
            "flatten",
            "784"
        );

    [Fact]
    public void A_network_without_layers_is_refused() =>
        AssertRefused(() => _ = new NetworkSpec(Shape.Vector(2), Loss.MeanSquaredError), "shape 2", "0 layers", "at least 1");

    [Fact]
    public void An_input_without_elements_is_refused() =>
        AssertRefused(
            () => _ = new NetworkSpec(new Shape(1, 0, 5), Loss.MeanSquaredError, new FlattenSpec()),
            "1×0×5",
            "at least 1"
        );

    [Fact]
    public void Binary_cross_entropy_needs_one_logit_and_points_to_softmax() =>
        AssertRefused(
            () => _ = new NetworkSpec(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(3)),
            "3 outputs",
            "needs 1",
            nameof(Loss.SoftmaxCrossEntropy)
        );

    [Fact]
    public void Softmax_cross_entropy_needs_two_logits_and_points_to_the_binary_one() =>
        AssertRefused(
            () => _ = new NetworkSpec(Shape.Vector(2), Loss.SoftmaxCrossEntropy, new DenseSpec(1)),
            "1 output",
            "at least 2",
            nameof(Loss.BinaryCrossEntropy)
        );

    [Fact]
    public void A_cross_entropy_needs_a_vector() =>
        AssertRefused(
            () => _ = new NetworkSpec(new Shape(1, 2, 2), Loss.SoftmaxCrossEntropy, new ActivationSpec(Activation.Tanh)),
            "1×2×2",
            "vector of logits"
        );

    [Fact]
    public void More_than_an_array_can_hold_is_refused_by_name()
    {
        AssertRefused(
            () => _ = new NetworkSpec(Shape.Vector(60_000), Loss.MeanSquaredError, new DenseSpec(60_000)),
            "60000 → dense 60000",
            "too many parameters"
        );
        AssertRefused(
            () => _ = new NetworkSpec(new Shape(3, 60_000, 60_000), Loss.MeanSquaredError, new FlattenSpec()),
            "3×60000×60000",
            "too many elements"
        );
    }

    private static NetworkSpec Example() =>
        new(
            new Shape(2, 3, 4),
            Loss.SoftmaxCrossEntropy,
            new FlattenSpec(),
            new DenseSpec(5),
            new ActivationSpec(Activation.ReLU),
            new DenseSpec(3)
        );

    private static (Range Weights, Range Biases, Range All) Ranges(ParameterBlock block) =>
        (block.Weights, block.Biases, block.All);
}
