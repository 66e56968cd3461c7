using PhantomNet.Exercises.Imaging.Step7Kernels;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelFilterTests
{
    private const int Size = KernelsState.ImageSize;

    // Nine float32 products of numbers below 40.
    private const float Rounding = 2e-5f;

    private readonly KernelFilter _filter = new();

    public static TheoryData<KernelPreset> Presets => Radiographs.Presets;

    [Theory, MemberData(nameof(Presets))]
    public void The_engine_gives_at_every_place_the_sum_of_the_window(KernelPreset preset)
    {
        float[] image = Radiographs.Lesson().Image;
        foreach (BorderRule border in Enum.GetValues<BorderRule>())
        {
            Kernel laid = preset.Weights();
            FilteredImage output = _filter.Apply(image, Size, laid, border);
            for (int row = output.Inset; row < Size - output.Inset; row++)
            {
                for (int column = output.Inset; column < Size - output.Inset; column++)
                {
                    float sum = new WindowSum(image, Size, row, column, laid, border).Sum;
                    Assert.Equal(sum, output.At(row, column), Rounding);
                }
            }
        }
    }

    [Fact]
    public void The_identity_leaves_the_image_as_it_is()
    {
        float[] image = Radiographs.Lesson().Image;
        Kernel identity = KernelPreset.Identity.Weights();
        Assert.Equal(image, _filter.Apply(image, Size, identity, BorderRule.Zero).Values);
        Assert.Equal(image, _filter.Apply(image, Size, identity, BorderRule.Replicate).Values);
        Assert.Equal((62, 1), (_filter.Apply(image, Size, identity, BorderRule.Valid).Size, 1));
    }

    [Fact]
    public void A_uniform_area_is_multiplied_by_the_sum_of_the_weights()
    {
        float[] uniform = [.. Enumerable.Repeat(2f, Size * Size)];
        foreach ((KernelPreset preset, _) in KernelPresets.All)
        {
            Kernel kernel = preset.Weights();
            foreach (BorderRule border in (BorderRule[])[BorderRule.Valid, BorderRule.Replicate])
            {
                FilteredImage output = _filter.Apply(uniform, Size, kernel, border);
                Assert.Equal(2 * kernel.Sum, output.Least, Rounding);
                Assert.Equal(2 * kernel.Sum, output.Largest, Rounding);
            }
        }
    }

    [Fact]
    public void Zeros_beyond_the_border_make_edges_and_replicated_pixels_do_not()
    {
        float[] uniform = [.. Enumerable.Repeat(2f, Size * Size)];
        Kernel vertical = KernelPreset.Vertical.Weights();
        FilteredImage zero = _filter.Apply(uniform, Size, vertical, BorderRule.Zero);
        Assert.Equal(6, zero.At(30, 0));
        Assert.Equal(-6, zero.At(30, Size - 1));
        Assert.Equal(0, _filter.Apply(uniform, Size, vertical, BorderRule.Replicate).ScaleEnd);
    }

    [Fact]
    public void The_scale_reaches_as_far_as_any_value_and_has_zero_in_the_middle()
    {
        FilteredImage output = Radiographs.Lesson("kernel=laplacian").Output;
        Assert.True(output is { Least: < 0, Largest: > 0 });
        Assert.Equal(output.Values.Max(Math.Abs), output.ScaleEnd);
    }

    [Theory]
    [InlineData(BorderRule.Valid)]
    [InlineData(BorderRule.Zero)]
    [InlineData(BorderRule.Replicate)]
    public void A_weight_touches_as_many_pixels_as_are_counted(BorderRule border)
    {
        int inset = border == BorderRule.Valid ? 1 : 0;
        for (int place = 0; place < Kernel.Count; place++)
        {
            HashSet<(int, int)> touched = [];
            int products = 0;
            for (int row = inset; row < Size - inset; row++)
            {
                for (int column = inset; column < Size - inset; column++)
                {
                    products++;
                    (int r, int c) = (row + (place / 3) - 1, column + (place % 3) - 1);
                    if (r is >= 0 and < Size && c is >= 0 and < Size)
                    {
                        touched.Add((r, c));
                    }
                }
            }

            WeightReach reach = WeightReach.Of(place, border, Size);
            Assert.Equal((products, touched.Count), (reach.Products, reach.Pixels));
            (int firstRow, int firstColumn, int rows, int columns) = reach.OnImage;
            Assert.Equal(touched.Min(), (firstRow, firstColumn));
            Assert.Equal(touched.Max(), (firstRow + rows - 1, firstColumn + columns - 1));
        }
    }
}
