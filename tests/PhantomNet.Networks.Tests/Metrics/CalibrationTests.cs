using PhantomNet.Networks.Metrics;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Metrics;

public sealed class CalibrationTests
{
    [Fact]
    public void Bins_count_their_samples_and_their_positives()
    {
        Calibration calibration = Calibration.From([0, 0.25f, 0.5f, 0.75f, 1], [0, 1, 1, 0, 1], bins: 2);
        Assert.Equal([new CalibrationBin(0, 0.5, 2, 1, 0.125), new CalibrationBin(0.5, 1, 3, 2, 0.75)], calibration.Bins);
        Assert.Equal(2 / 3.0, calibration.Bins[1].ShareOfPositives);
        // (2 × |½ − ⅛| + 3 × |⅔ − ¾|) / 5
        Assert.Equal(0.2, calibration.ExpectedError, Tolerance.Double);
    }

    [Fact]
    public void Scores_that_are_the_shares_are_calibrated()
    {
        float[] scores = [.. Enumerable.Repeat(0.25f, 4), .. Enumerable.Repeat(0.75f, 4)];
        Assert.Equal(0, Calibration.From(scores, [0, 0, 0, 1, 1, 1, 1, 0]).ExpectedError);
    }

    [Fact]
    public void An_empty_bin_has_no_share_and_no_mean()
    {
        CalibrationBin empty = Calibration.From([0.9f], [1]).Bins[0];
        Assert.Equal(new CalibrationBin(0, 0.1, 0, 0, MeanScore: null), empty);
        Assert.Null(empty.ShareOfPositives);
    }

    [Fact]
    public void What_cannot_be_a_probability_is_refused()
    {
        AssertRefused(() => Calibration.From([0.5f, 1.5f], [0, 1]), "Score 1 is 1.5", "from 0 to 1");
        AssertRefused(() => Calibration.From([-0.5f], [0]), "Score 0 is -0.5");
        Assert.Throws<ArgumentOutOfRangeException>(() => Calibration.From([0.5f], [0], bins: 0));
    }
}
