using PhantomNet.Exercises.Imaging.Step6Convolution;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class LayerMatrixTests
{
    // Of 10,000 numbers from a range with some ten million float32, a few can be the same.
    private const int DrawnAlike = 5;

    [Theory]
    [InlineData(4)]
    [InlineData(6)]
    [InlineData(8)]
    [InlineData(10)]
    public void Dense_becomes_a_band_and_the_band_nine_numbers(int side)
    {
        int all = side * side * side * side;
        int band = ((3 * side) - 2) * ((3 * side) - 2);
        LayerMatrices matrices = new(side, seed: 1);
        LayerMatrix dense = matrices[Sharing.Dense];
        LayerMatrix local = matrices[Sharing.Local];
        LayerMatrix shared = matrices[Sharing.Shared];
        Assert.Equal(all, dense.NonZero);
        Assert.Equal(band, local.NonZero);
        Assert.InRange(dense.Different, all - DrawnAlike, all);
        Assert.InRange(local.Different, band - DrawnAlike, band);
        Assert.Equal((band, 9), (shared.NonZero, shared.Different));
    }

    [Fact]
    public void A_row_is_the_patch_of_its_output_with_the_weights_of_the_layer()
    {
        LayerMatrix matrix = new LayerMatrices(side: 6, seed: 3)[Sharing.Shared];
        float[] weights = KernelWeights.Of(KernelKind.Random, seed: 3);
        float[] row = matrix.Row((2 * 6) + 4);
        for (int pixel = 0; pixel < 36; pixel++)
        {
            (int i, int j) = ((pixel / 6) - 1, (pixel % 6) - 3);
            Assert.Equal(i is >= 0 and < 3 && j is >= 0 and < 3 ? weights[(i * 3) + j] : 0, row[pixel]);
        }
    }

    [Fact]
    public void A_corner_has_four_weights() =>
        Assert.Equal(4, new LayerMatrices(side: 8, seed: 1)[Sharing.Shared].Row(0).Count(weight => weight != 0));

    [Fact]
    public void A_fully_connected_layer_with_this_matrix_answers_as_the_convolution()
    {
        float[] image = [.. Enumerable.Range(0, 64).Select(i => MathF.Sin(i))];
        // Half of float32's last digit at these sums, a few times over.
        const double rounding = 1e-6;
        LayerMatrices matrices = new(side: 8, seed: 2);
        Assert.InRange(matrices.DifferenceFromConvolution(matrices[Sharing.Shared], image), 0, rounding);
        Assert.True(matrices.DifferenceFromConvolution(matrices[Sharing.Local], image) > 0.1);
    }

    [Fact]
    public void Other_seeds_give_other_weights() =>
        Assert.NotEqual(
            new LayerMatrices(side: 4, seed: 1)[Sharing.Shared].Row(5),
            new LayerMatrices(side: 4, seed: 2)[Sharing.Shared].Row(5)
        );
}
