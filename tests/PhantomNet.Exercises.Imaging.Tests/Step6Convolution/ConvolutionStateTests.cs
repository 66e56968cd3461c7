using PhantomNet.Exercises.Imaging.Step6Convolution;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class ConvolutionStateTests
{
    [Fact]
    public void Every_part_comes_back_from_the_address()
    {
        ConvolutionState state = new()
        {
            Size = 512,
            Units = 64,
            Logarithmic = false,
            Kernel = KernelKind.Random,
            WeightSeed = 7,
            Patient = 12,
            Row = 0,
            Column = 27,
            Sharing = Sharing.Shared,
            MatrixSide = 10,
            Output = 99,
            Moves = Moves.Lesion,
            Right = -12,
            Down = 5,
            Stride = 2,
            CostSize = 224,
            Channels = 32,
            Neurons = 8,
            Filters = 128,
        };
        Assert.Equal(state, Read(Query(state)));
    }

    [Theory]
    [InlineData("size=100&csize=-1&side=9&channels=2", "")]
    [InlineData("n=33&filters=1e9&neurons=NaN", "filters=128")]
    [InlineData("n=36", "n=40")]
    [InlineData("row=99&col=-4&dx=1e300&dy=-99&stride=7", "row=27&col=0&dx=12&dy=-12&stride=2")]
    [InlineData("side=4&out=60", "side=4&out=15")]
    [InlineData("side=4", "side=4")]
    [InlineData("k=7&matrix=99&move=&log=maybe&weights=0&patient=-3", "")]
    public void Nonsense_becomes_what_can_be_shown(string query, string expected) => Assert.Equal(expected, Query(Read(query)));

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    public void The_output_shown_first_has_its_whole_window_on_the_image(int side)
    {
        int output = ConvolutionState.MiddleOutput(side);
        Assert.InRange(output / side, 1, side - 2);
        Assert.InRange(output % side, 1, side - 2);
    }

    private static ConvolutionState Read(string query) => ConvolutionState.Read(new QueryReader(query));

    private static string Query(ConvolutionState state)
    {
        QueryWriter query = new();
        state.Write(query);
        return query.ToString();
    }
}
