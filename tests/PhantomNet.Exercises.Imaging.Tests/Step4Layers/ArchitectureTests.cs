using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class ArchitectureTests
{
    public static TheoryData<int, int, bool> All
    {
        get
        {
            TheoryData<int, int, bool> all = [];
            foreach (int layers in Enumerable.Range(1, 5))
            {
                foreach (int filters in Enumerable.Range(2, 7))
                {
                    all.Add(layers, filters, true);
                    all.Add(layers, filters, false);
                }
            }

            return all;
        }
    }

    [Theory]
    [InlineData(true, 3, 8, 18, 38, 78)]
    [InlineData(false, 3, 5, 7, 9, 11)]
    public void Layers_see_what_the_formula_says(bool pooled, params int[] sizes)
    {
        Architecture net = new(5, 4, pooled);
        Assert.Equal(sizes.Select(size => (long)size), Enumerable.Range(1, 5).Select(layer => net.Sight(layer).Size));
    }

    [Fact]
    public void Filters_span_all_maps_that_come_in()
    {
        Architecture net = new(3, 8, pooled: true);
        Assert.Equal([80, 584, 584], Enumerable.Range(1, 3).Select(net.ParametersOf));
        Assert.Equal([10, 73, 73], Enumerable.Range(1, 3).Select(net.ParametersOfFilter));
        Assert.Equal((8 * 8 * 8 * 2) + 2, net.ParametersOfHead);
        Assert.Equal(80 + 584 + 584 + 1026, net.Spec.ParameterCount);
    }

    [Fact]
    public void Dense_layers_of_the_same_sizes_have_millions()
    {
        // 64·64 = 4096 numbers go in; 4·32·32 = 4096, 4·16·16 = 1024 and 4·8·8 = 256 come out of the blocks.
        Assert.Equal(
            [(4096L * 4096) + 4096, (4096L * 1024) + 1024, (1024L * 256) + 256, (256L * 2) + 2],
            new Architecture(3, 4, pooled: true).DenseOfSameSizes()
        );
        Assert.Equal([(4096L * 4) + 4, 20, 20, 10], new Architecture(3, 4, pooled: true).DenseOfSameNeurons());
    }

    [Fact]
    public void The_largest_dense_count_is_more_than_one_network_holds()
    {
        IReadOnlyList<long> counts = new Architecture(5, 8, pooled: false).DenseOfSameSizes();
        Assert.Equal((1L << 30) + (1 << 15), counts[1]);
        Assert.True(counts.Sum() > int.MaxValue);
    }

    [Theory, MemberData(nameof(All))]
    public void Each_place_sees_the_pixel_that_it_was_chosen_for(int layers, int filters, bool pooled)
    {
        Architecture net = new(layers, filters, pooled);
        for (int layer = 1; layer <= layers; layer++)
        {
            foreach ((int row, int column) in ((int, int)[])[(0, 0), (63, 63), (31, 32), (1, 62)])
            {
                PixelRectangle seen = net.SeenOver(layer, row, column);
                Assert.InRange(row, seen.Top, seen.Top + seen.Height - 1);
                Assert.InRange(column, seen.Left, seen.Left + seen.Width - 1);
                Assert.True(seen.Height <= net.Sight(layer).Size);
            }
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Boxes_of_the_drawing_lie_within_it_and_apart(int layers, int filters, bool pooled)
    {
        DrawingPlan plan = new(new Architecture(layers, filters, pooled));
        for (int column = 0; column < plan.Columns; column++)
        {
            double end = 0;
            for (int box = 0; box < plan.Boxes(column); box++)
            {
                (double x, double y, double side) = plan.Box(column, box);
                Assert.True(y >= end && x >= plan.Left(column) && x + side <= plan.Left(column) + plan.ColumnWidth);
                end = y + side;
            }

            Assert.True(end <= DrawingPlan.Height);
        }
    }
}
