using PhantomNet.Exercises.Step2Boundary;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class FieldColoursTests
{
    [Theory]
    [InlineData(0.5)]
    [InlineData(0.2)]
    [InlineData(0.9)]
    public void A_place_has_the_colour_of_the_class_that_the_threshold_gives_it(double threshold)
    {
        float[] scores = [0, (float)(threshold - 0.1), (float)(threshold + 0.05), 1];
        byte[] rgba = Classes(scores, threshold);
        Assert.True(IsBlue(rgba, 0) && IsBlue(rgba, 1));
        Assert.False(IsBlue(rgba, 2) || IsBlue(rgba, 3));
        Assert.True(Opacity(rgba, 0) > Opacity(rgba, 1));
        Assert.True(Opacity(rgba, 3) > Opacity(rgba, 2));
        Assert.Equal(Opacity(rgba, 0), Opacity(rgba, 3));
    }

    [Fact]
    public void Where_no_score_has_been_computed_nothing_is_drawn()
    {
        byte[] rgba = [.. Enumerable.Repeat((byte)77, 12)];
        FieldColours.Classes([0, float.NaN, 1], 0.5, rgba);
        Assert.Equal(0, Opacity(rgba, 1));
        Assert.NotEqual(0, Opacity(rgba, 0));
        Assert.NotEqual(0, Opacity(rgba, 2));
    }

    [Fact]
    public void At_the_threshold_itself_a_place_is_normal_and_faint()
    {
        byte[] rgba = Classes([0.5f, 0], 0.5);
        Assert.True(IsBlue(rgba, 0));
        Assert.True(Opacity(rgba, 0) < Opacity(rgba, 1));
    }

    [Fact]
    public void Above_a_threshold_of_0_everything_but_0_is_pneumonia()
    {
        byte[] rgba = Classes([0, 1e-6f, 1], 0);
        Assert.True(IsBlue(rgba, 0));
        Assert.False(IsBlue(rgba, 1) || IsBlue(rgba, 2));
    }

    [Fact]
    public void Above_a_threshold_of_1_there_is_nothing()
    {
        byte[] rgba = Classes([0, 0.5f, 1], 1);
        Assert.True(IsBlue(rgba, 0) && IsBlue(rgba, 1) && IsBlue(rgba, 2));
        Assert.True(Opacity(rgba, 0) > Opacity(rgba, 2));
    }

    [Fact]
    public void Purple_is_below_zero_green_above_and_zero_is_clear()
    {
        byte[] rgba = new byte[4 * 4];
        Assert.Equal(2, FieldColours.Signed([-2, -1, 0, 1], rgba));
        Assert.True(rgba[0] > rgba[1] && rgba[2] > rgba[1]); // red and blue above green
        Assert.True(rgba[13] > rgba[12] && rgba[13] > rgba[14]); // green above both
        Assert.Equal(0, Opacity(rgba, 2));
        Assert.Equal(Opacity(rgba, 1), Opacity(rgba, 3));
        Assert.True(Opacity(rgba, 0) > Opacity(rgba, 1));
    }

    [Fact]
    public void A_field_of_zeros_is_clear_all_over()
    {
        byte[] rgba = [.. Enumerable.Repeat((byte)77, 12)];
        Assert.Equal(0, FieldColours.Signed([0, 0, 0], rgba));
        Assert.All(Enumerable.Range(0, 3), pixel => Assert.Equal(0, Opacity(rgba, pixel)));
    }

    private static byte[] Classes(float[] scores, double threshold)
    {
        byte[] rgba = new byte[scores.Length * 4];
        FieldColours.Classes(scores, threshold, rgba);
        return rgba;
    }

    private static bool IsBlue(byte[] rgba, int pixel) => rgba[(pixel * 4) + 2] > rgba[pixel * 4];

    private static int Opacity(byte[] rgba, int pixel) => rgba[(pixel * 4) + 3];
}
