using PhantomNet.Exercises.Imaging.Step8Pooling;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class ShiftStudyTests
{
    // Of numbers that float32 holds exactly, but for a square root.
    private const double Rounding = 1e-6;

    [Fact]
    public void Bars_of_four_vanish_from_max_and_average_and_stay_behind_a_blur()
    {
        ShiftStudy study = ShiftStudy.OfBars(4).Finish();
        Assert.Equal(0.5, study.Result(ShiftPool.Max, 0).Contrast, Rounding);
        Assert.Equal(0, study.Result(ShiftPool.Max, 1).Contrast, Rounding);
        Assert.All(study.Output(ShiftPool.Max, 1), value => Assert.Equal(1, value));
        Assert.Equal(0, study.Result(ShiftPool.Average, 1).Contrast, Rounding);
        Assert.Equal(0.25, study.Result(ShiftPool.Blurred, 0).Contrast, Rounding);
        Assert.Equal(0.25, study.Result(ShiftPool.Blurred, 1).Contrast, Rounding);

        // From bars to white the difference is 1 in half of the places; the other way, half-way between bars, ½ everywhere.
        Assert.Equal(Math.Sqrt(3), study.Result(ShiftPool.Max, 1).Change!.Value, Rounding);
        Assert.Equal(1, study.Result(ShiftPool.Average, 1).Change!.Value, Rounding);
        Assert.Equal(0, study.Result(ShiftPool.Blurred, 1).Change!.Value, Rounding);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(8)]
    public void A_shift_by_two_moves_every_output_by_one_and_changes_nothing(int period)
    {
        ShiftStudy study = ShiftStudy.OfBars(period).Finish();
        foreach (ShiftPool pool in ShiftStudy.Pools)
        {
            for (int shift = 0; shift <= ShiftStudy.MaxShift; shift += 2)
            {
                Assert.Equal(shift / 2.0, study.Result(pool, shift).Move);
                Assert.Equal(0, study.Result(pool, shift).Change ?? 0);
            }
        }
    }

    [Fact]
    public void Bars_of_two_leave_nothing_to_compare()
    {
        ShiftStudy study = ShiftStudy.OfBars(2).Finish();
        Assert.All(ShiftStudy.Pools, pool => Assert.Null(study.Result(pool, 1).Change));
    }

    [Fact]
    public void A_lone_dot_is_what_max_pooling_is_tolerant_to_and_a_blur_is_not()
    {
        ShiftStudy study = ShiftStudy.OfDot().Finish();
        Assert.Equal(study.Output(ShiftPool.Max, 0), study.Output(ShiftPool.Max, 1));
        Assert.Equal(0, study.Result(ShiftPool.Max, 1).Change);
        Assert.True(study.Result(ShiftPool.Blurred, 1).Change > 0.3);
    }

    [Fact]
    public void What_moves_out_is_what_was_there()
    {
        ShiftStudy study = ShiftStudy.OfBars(5);
        float[] first = study.Input(0);
        float[] moved = study.Input(3);
        for (int column = 3; column < ShiftStudy.Side; column++)
        {
            Assert.Equal(first[column - 3], moved[column]);
        }
    }
}
