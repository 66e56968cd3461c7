using FsCheck.Xunit;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Specs;

public sealed class ReceptiveFieldTests
{
    [Fact]
    public void The_network_of_the_course_sees_3_4_8_10_18_22_pixels()
    {
        NetworkSpec spec = ImageSpecTests.Course();
        Assert.Equal(new ReceptiveField(3, 1, -1), ReceptiveField.Of(spec, 0));
        Assert.Equal(new ReceptiveField(3, 1, -1), ReceptiveField.Of(spec, 1));
        Assert.Equal(new ReceptiveField(4, 2, -1), ReceptiveField.Of(spec, 2));
        Assert.Equal(new ReceptiveField(8, 2, -3), ReceptiveField.Of(spec, 3));
        Assert.Equal(new ReceptiveField(10, 4, -3), ReceptiveField.Of(spec, 5));
        Assert.Equal(new ReceptiveField(18, 4, -7), ReceptiveField.Of(spec, 6));
        Assert.Equal(new ReceptiveField(22, 8, -7), ReceptiveField.Of(spec, 8));
        Assert.Null(ReceptiveField.Of(spec, 9));
        Assert.Null(ReceptiveField.Of(spec, 11));
    }

    [Fact]
    public void The_middle_of_a_field_is_in_pixels()
    {
        ReceptiveField field = new(Size: 4, Jump: 2, Start: -1);
        Assert.Equal(0.5, field.Middle(0));
        Assert.Equal(6.5, field.Middle(3));
    }

    [Fact]
    public void Fields_are_cut_at_the_edge_of_the_image()
    {
        NetworkSpec spec = ImageSpecTests.Course();
        Assert.Equal(new PixelRectangle(0, 0, 2, 2), PixelRectangle.SeenBy(spec, 0, channel: 5, row: 0, column: 0));
        Assert.Equal(new PixelRectangle(9, 209, 22, 15), PixelRectangle.SeenBy(spec, 8, channel: 0, row: 2, column: 27));
        Assert.Equal(
            new PixelRectangle(9, 209, 22, 15),
            PixelRectangle.SeenBy(spec, 9, channel: (2 * 28) + 27, row: 0, column: 0)
        );
        Assert.Equal(new PixelRectangle(0, 0, 224, 224), PixelRectangle.SeenBy(spec, 10, channel: 3, row: 0, column: 0));
    }

    [Fact]
    public void What_no_window_reached_is_not_seen_through_padding()
    {
        // 30 pixels, windows of 3 in steps of 2: the last pixel is under none of the 14, and the second layer's padding adds none.
        NetworkSpec spec = new(
            new Shape(1, 30, 30),
            Loss.MeanSquaredError,
            new ConvolutionSpec(1, 3, 2),
            new ConvolutionSpec(1, 3, 1, Padding.Same)
        );
        Assert.Equal(new PixelRectangle(24, 24, 5, 5), PixelRectangle.SeenBy(spec, 1, channel: 0, row: 13, column: 13));
    }

    [Property(MaxTest = 60)]
    public void A_rectangle_is_exactly_what_an_output_depends_on(int seed)
    {
        SeededRandom random = new(seed);
        NetworkSpec spec = RandomSpec(random);
        Network network = new(spec);
        network.Parameters.Fill(1); // all weights positive: no dependence cancels
        float[] image = [.. Enumerable.Range(0, spec.Input.Length).Select(_ => 1f)];
        int output = random.NextInt(spec.Output.Length);
        float[] gradient = new float[spec.Output.Length];
        gradient[output] = 1;
        network.Forward(image, batch: 1);
        network.BackwardFrom(gradient);

        int width = spec.Input.Width;
        int[] seen = [.. Enumerable.Range(0, spec.Input.Length).Where(i => network.InputGradient[i] != 0)];
        int[] rows = [.. seen.Select(i => i / width % spec.Input.Height)];
        int[] columns = [.. seen.Select(i => i % width)];
        PixelRectangle expected = new(
            rows.Min(),
            columns.Min(),
            rows.Max() - rows.Min() + 1,
            columns.Max() - columns.Min() + 1
        );
        Shape shape = spec.Output;
        int last = spec.Layers.Count - 1;
        int row = output / shape.Width % shape.Height;
        PixelRectangle actual = PixelRectangle.SeenBy(
            spec,
            last,
            output / (shape.Width * shape.Height),
            row,
            output % shape.Width
        );
        Assert.Equal(expected, actual);

        // Where no edge cuts it, it is the receptive field.
        if (ReceptiveField.Of(spec, last) is { } field)
        {
            Assert.InRange(actual.Height, 1, field.Size);
            Assert.InRange(actual.Top, field.Start + (row * field.Jump), int.MaxValue);
        }
    }

    [Fact]
    public void An_element_that_is_not_there_is_refused()
    {
        NetworkSpec spec = ImageSpecTests.Course();
        AssertRefused(() => PixelRectangle.SeenBy(spec, 8, 128, 0, 0), "Channel 128", "layer 9", "128×28×28");
        AssertRefused(() => PixelRectangle.SeenBy(spec, 8, 0, -1, 0), "row -1");
        AssertRefused<ArgumentOutOfRangeException>(() => ReceptiveField.Of(spec, 12), "Layer 12", "has 12");
        AssertRefused<ArgumentOutOfRangeException>(() => PixelRectangle.SeenBy(spec, -1, 0, 0, 0), "Layer -1");
    }

    // Average pooling instead of max, so that every pixel of a window counts.
    private static NetworkSpec RandomSpec(SeededRandom random)
    {
        int kernel = 1 + random.NextInt(3);
        List<LayerSpec> layers =
        [
            new ConvolutionSpec(2, kernel, 1 + random.NextInt(kernel), Padding.Of(random.NextInt(kernel))),
            new ActivationSpec(Activation.ReLU),
            new AveragePoolingSpec(2, 1 + random.NextInt(2)),
            new ConvolutionSpec(2, 3, 1 + random.NextInt(3), Padding.Same),
        ];
        switch (random.NextInt(3))
        {
            case 0:
                layers.Add(new FlattenSpec());
                break;
            case 1:
                layers.AddRange([new FlattenSpec(), new DenseSpec(3)]);
                break;
            default:
                break;
        }

        return new NetworkSpec(new Shape(2, 8 + random.NextInt(8), 8 + random.NextInt(8)), Loss.MeanSquaredError, layers);
    }
}
