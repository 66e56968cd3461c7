using PhantomNet.Exercises.Imaging.Step5Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step5Images;

public sealed class PixelPermutationTests
{
    private const int Count = 256;

    [Fact]
    public void Every_pixel_goes_to_one_place_and_comes_back()
    {
        PixelPermutation permutation = PixelPermutation.Draw(Count, seed: 5);
        Assert.Equal(Enumerable.Range(0, Count), Enumerable.Range(0, Count).Select(permutation.PlaceOf).Order());
        Assert.All(Enumerable.Range(0, Count), pixel => Assert.Equal(pixel, permutation.PixelAt(permutation.PlaceOf(pixel))));

        float[] images = [.. Enumerable.Range(0, 2 * Count).Select(i => (float)i)];
        float[] shuffled = permutation.Shuffled(images);
        Assert.Equal(images[Count + 7], shuffled[Count + permutation.PlaceOf(7)]);
        Assert.Equal(images, permutation.Restored(shuffled));
        Assert.NotEqual(images, shuffled);
    }

    [Fact]
    public void Seed_and_number_decide_it()
    {
        Assert.Equal(Order(PixelPermutation.Draw(Count, 5)), Order(PixelPermutation.Draw(Count, 5)));
        Assert.NotEqual(Order(PixelPermutation.Draw(Count, 5)), Order(PixelPermutation.Draw(Count, 6)));
        Assert.NotEqual(Order(PixelPermutation.Draw(Count, 5)), Order(PixelPermutation.Draw(Count, 5, number: 1)));
        Assert.Equal(Enumerable.Range(0, Count), Order(PixelPermutation.Draw(Count, seed: 0)));
    }

    [Fact]
    public void Only_the_first_layers_weights_move()
    {
        float[] parameters = TrialNetworks.FirstParameters(convolutional: false);
        PixelPermutation permutation = PixelPermutation.Draw(Count, 3);
        float[] moved = permutation.ShuffledWeights(TrialNetworks.Dense, parameters);
        const int weights = TrialNetworks.Hidden * Count;
        Assert.Equal(parameters[weights..], moved[weights..]);
        Assert.Equal(parameters[(4 * Count) + 11], moved[(4 * Count) + permutation.PlaceOf(11)]);
    }

    private static IEnumerable<int> Order(PixelPermutation permutation) =>
        Enumerable.Range(0, permutation.Count).Select(permutation.PlaceOf);
}
