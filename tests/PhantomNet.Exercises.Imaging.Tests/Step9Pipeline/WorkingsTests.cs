using PhantomNet.Exercises.Imaging.Step9Pipeline;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class WorkingsTests
{
    // The layer adds in another order, in 32 bits.
    private const double OtherOrder = 1e-4;

    [Theory]
    [InlineData(1, 0, 0, 0)]
    [InlineData(1, 7, 63, 31)]
    [InlineData(4, 9, 12, 20)]
    [InlineData(7, 31, 15, 15)]
    public void A_convolutions_products_and_bias_add_up_to_its_output(int stage, int map, int row, int column)
    {
        ConvolutionSum sum = ConvolutionSum.At(Chains.Trained, Pipeline.Trained.Stages[stage], map, row, column);
        Assert.Equal(Pipeline.Trained.Stages[stage].Input.Channels, sum.Channels.Count);
        Assert.Equal(9 * sum.Channels.Count, sum.Count);
        Assert.Equal(sum.Output, sum.Channels.Sum(channel => channel.Sum) + sum.Bias, OtherOrder);
    }

    [Fact]
    public void In_a_corner_five_of_nine_lie_outside()
    {
        ConvolutionSum sum = ConvolutionSum.At(Chains.Trained, Pipeline.Trained.Stages[1], map: 0, row: 0, column: 0);
        Assert.Equal(5, sum.Channels[0].Inputs.Count(input => input is null));
    }

    [Fact]
    public void A_pool_passes_on_the_largest_of_its_four()
    {
        PipelineStage stage = Pipeline.Trained.Stages[6];
        float[] output = Chains.Trained.Output(stage.Last);
        for (int place = 0; place < 256; place += 17)
        {
            WindowMaximum window = WindowMaximum.At(Chains.Trained, stage, map: 3, place / 16, place % 16);
            Assert.Equal(4, window.Values.Length);
            Assert.Equal(window.Values.Max(), window.Values[window.Winner]);
            Assert.Equal(output[(3 * 256) + place], window.Values[window.Winner]);
            Assert.Equal((place / 16 * 2, place % 16 * 2), (window.Row, window.Column));
        }
    }

    [Theory]
    [InlineData(11, 5)]
    [InlineData(12, 1)]
    public void What_counts_most_the_rest_and_the_bias_add_up_to_a_units_sum(int stage, int unit)
    {
        WeightedSum sum = WeightedSum.At(Chains.Trained, Pipeline.Trained.Stages[stage], unit);
        Assert.Equal(sum.Sum, sum.Largest.Sum(each => each.Product) + sum.Others + sum.Bias, OtherOrder * 10);
        Assert.Equal(Pipeline.Trained.Stages[stage].Input.Length, sum.Largest.Count + sum.OtherCount);
        Assert.Equal(stage == 11 ? Math.Max(0, sum.Sum) : sum.Sum, sum.Output);
    }

    [Fact]
    public void A_flattened_number_is_found_again_where_it_was()
    {
        (int map, int row, int column) = WeightedSum.PlaceOf(new Networks.Shape(32, 8, 8), index: 1000);
        Assert.Equal((15, 5, 0), (map, row, column));
        LayerChain chain = Chains.Trained;
        Assert.Equal(chain.Output(8)[(((map * 8) + row) * 8) + column], chain.Output(9)[1000]);
    }

    [Fact]
    public void The_sheet_holds_every_map_where_it_says()
    {
        PipelineStage stage = Pipeline.Trained.Stages[4];
        StageMaps maps = PipelineLesson.MapsOf(Chains.Trained, stage, Direction.Forward);
        float[] sheet = maps.Sheet(ofOwnMap: false);
        float[] own = maps.Sheet(ofOwnMap: true);
        Assert.Equal(16, maps.Count);
        for (int map = 0; map < maps.Count; map++)
        {
            (int top, int left) = maps.Corner(map);
            int place = ((top + 5) * maps.SheetColumns) + left + 7;
            double value = maps.Values[maps.IndexOf(map, 5, 7)];
            Assert.Equal(value / maps.Largest, sheet[place], 1e-6);
            Assert.Equal(maps.LargestOf(map) > 0 ? value / maps.LargestOf(map) : 0, own[place], 1e-6);
            Assert.Equal(map, maps.MapAt(top + 5, left + 7));
        }
    }
}
