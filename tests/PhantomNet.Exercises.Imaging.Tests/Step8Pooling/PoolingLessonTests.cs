using PhantomNet.Exercises.Imaging.Step8Pooling;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class PoolingLessonTests : IDisposable
{
    private readonly PoolingLesson _lesson = new(new InstantFrames());

    [Fact]
    public void A_window_comes_with_windows_side_by_side()
    {
        _lesson.ChooseStride(1);
        _lesson.ChooseWindow(3);
        Assert.Equal((3, 3), (_lesson.State.Window, _lesson.State.Stride));
        Assert.Equal(2, _lesson.Grid.OutputSide);
    }

    [Fact]
    public void A_number_that_is_put_in_changes_the_output_only_if_it_wins()
    {
        _lesson.SelectOutput(0);
        int loser = _lesson.Grid.SeenBy(0).First(input => !_lesson.Grid.IsWinner(input));
        float before = _lesson.Grid.Output[0];
        _lesson.SelectCell(loser);
        _lesson.PutNumber(before - 1);
        Assert.Equal(before, _lesson.Grid.Output[0]);
        _lesson.PutNumber(9);
        Assert.Equal(9, _lesson.Grid.Output[0]);
        Assert.Equal(9, _lesson.Grid.Input[loser]);
    }

    [Fact]
    public void New_numbers_forget_those_put_in()
    {
        _lesson.PutNumber(-9);
        Assert.NotEmpty(_lesson.State.Edits);
        _lesson.DrawNumbers();
        Assert.Empty(_lesson.State.Edits);
        Assert.All(_lesson.Grid.Input, value => Assert.InRange(value, 0, 9));
    }

    [Fact]
    public void Numbers_stay_in_their_places_when_the_grid_grows()
    {
        _lesson.SelectCell(8);
        _lesson.PutNumber(-5);
        float[] small = _lesson.Grid.Input;
        _lesson.Resize(7);
        for (int i = 0; i < small.Length; i++)
        {
            Assert.Equal(small[i], _lesson.Grid.Input[((i / 6) * 7) + (i % 6)]);
        }
    }

    [Fact]
    public void What_is_chosen_stays_within_a_smaller_grid()
    {
        _lesson.Resize(7);
        _lesson.SelectCell(48);
        _lesson.SelectOutput(8);
        _lesson.Resize(5);
        Assert.Equal(24, _lesson.Cell);
        Assert.Equal(3, _lesson.Output);
    }

    [Fact]
    public void A_gradient_is_put_at_the_chosen_output_and_can_be_taken_back()
    {
        _lesson.SelectOutput(4);
        _lesson.PutGradient(-3.4);
        Assert.Equal(-3, _lesson.Grid.OutputGradient[4]);
        _lesson.EvenGradients();
        Assert.All(_lesson.Grid.OutputGradient, value => Assert.Equal(1, value));
    }

    [Fact]
    public void Nonsense_is_kept_out()
    {
        _lesson.PutNumber(double.NaN);
        _lesson.PutGradient(double.PositiveInfinity);
        _lesson.Crop(double.NaN);
        _lesson.ShiftBy(1e9);
        _lesson.Space(-1e9);
        Assert.Equal(224, _lesson.State.ChainSide);
        Assert.Equal(9, _lesson.Grid.OutputGradient[0]);
        Assert.Equal((8, 2), (_lesson.State.Shift, _lesson.State.Period));
    }

    [Theory]
    [InlineData("edits=3_4.1_-2.3_5", "1_-2.3_5")]
    [InlineData("edits=99_1.x_y.1.1_2_3._.5_100", "5_9")]
    [InlineData("edits=", "")]
    public void Edits_in_an_address_are_read_as_far_as_they_make_sense(string query, string edits) =>
        Assert.Equal(edits, PoolingState.Read(new QueryReader(query)).Edits);

    [Fact]
    public void Every_state_comes_back_from_its_address()
    {
        PoolingState state = new()
        {
            Side = 7,
            Window = 3,
            Stride = 1,
            Kind = PoolKind.Average,
            Direction = GridDirection.Backward,
            Seed = 77,
            Edits = "0_-9.48_9",
            Gradients = "8_0",
            Cell = 9,
            Output = 8,
            Patient = 3,
            Exposure = 0,
            ChainSide = 223,
            ChainKind = PoolKind.Average,
            Map = 5,
            Picture = ShiftPicture.Radiograph,
            Period = 3,
            Shift = 8,
            Noise = NoiseField.Radiograph,
            NoiseWindow = 3,
        };
        QueryWriter written = new();
        state.Write(written);
        Assert.Equal(state, PoolingState.Read(new QueryReader(written.ToString())));
    }

    [Fact]
    public async Task The_bench_makes_all_that_a_state_asks_for_and_ends()
    {
        _lesson.PoolNoise(NoiseField.Radiograph);
        _lesson.ShiftThe(ShiftPicture.Radiograph);
        await _lesson.Bench.RunAsync();
        PoolingBench bench = _lesson.Bench;
        Assert.True(bench.Shot!.IsComplete);
        Assert.Equal(1, bench.Shot.Progress);
        Assert.Equal([224, 112, 56, 28, 14, 7], bench.Maps!.Sides);
        Assert.Equal(ShiftPicture.Radiograph, bench.ShiftOf);
        Assert.Same(bench.Shot.Radiograph, bench.Quantum!.Shot);

        // The largest of the first pool's windows go up to the last map; each number is that of its origin.
        (int row, int column) = bench.Maps.OriginOf(5, 3, 4);
        Assert.Equal(bench.Maps.Maps[5][(3 * 7) + 4], bench.Shot.Pixels[(row * 224) + column]);
        Assert.InRange(row, 96, 127);
        Assert.InRange(column, 128, 159);
    }

    [Fact]
    public async Task Another_exposure_is_taken_of_the_same_rays()
    {
        await _lesson.Bench.RunAsync();
        double[] before = [.. _lesson.Bench.Shot!.Radiograph!.Stages.PrimaryQuanta];
        _lesson.Expose(0);
        await _lesson.Bench.RunAsync();
        double[] after = _lesson.Bench.Shot.Radiograph!.Stages.PrimaryQuanta;
        Assert.Equal(before[12_345] / 100, after[12_345], before[12_345] * 1e-9);
        Assert.NotEqual(before[0], after[0]);
    }

    public void Dispose() => _lesson.Dispose();
}
