using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

public sealed class TrueMasksTests
{
    private static readonly Radiograph _ill = Acquisition.Take(TrainedModel.Loaded.TestPatient(1), TrueMasks.Structures);

    [Fact]
    public void Masks_are_those_of_the_phantom()
    {
        byte[] flags = TrueMasks.Of(_ill).At(64);
        bool[] left = _ill.Mask(Structure.LeftLung);
        bool[] right = _ill.Mask(Structure.RightLung);
        bool[] lesion = _ill.Mask(Structure.Lesion);
        Assert.All(
            Enumerable.Range(0, flags.Length),
            place =>
            {
                Assert.Equal(left[place] || right[place], TrueMasks.Has(flags[place], TrueMask.Lungs));
                Assert.Equal(lesion[place], TrueMasks.Has(flags[place], TrueMask.Lesion));
            }
        );
        Assert.All(TrueMasks.All, mask => Assert.Contains(flags, place => TrueMasks.Has(place, mask)));
    }

    [Fact]
    public void The_border_of_the_heart_lies_on_both_sides_of_it()
    {
        byte[] flags = TrueMasks.Of(_ill).At(64);
        int[] border = [.. Enumerable.Range(0, flags.Length).Where(place => TrueMasks.Has(flags[place], TrueMask.HeartBorder))];
        int inside = border.Count(place => TrueMasks.Has(flags[place], TrueMask.Heart));
        Assert.InRange(inside, border.Length / 4, 3 * border.Length / 4);
    }

    [Theory]
    [InlineData(32)]
    [InlineData(16)]
    public void A_coarse_place_belongs_where_half_of_its_pixels_do(int side)
    {
        TrueMasks masks = TrueMasks.Of(_ill);
        byte[] fine = masks.At(64);
        byte[] coarse = masks.At(side);
        int factor = 64 / side;
        for (int place = 0; place < coarse.Length; place++)
        {
            int count = 0;
            for (int k = 0; k < factor * factor; k++)
            {
                int row = (place / side * factor) + (k / factor);
                int column = (place % side * factor) + (k % factor);
                count += TrueMasks.Has(fine[(row * 64) + column], TrueMask.Ribs) ? 1 : 0;
            }

            Assert.Equal(2 * count >= factor * factor, TrueMasks.Has(coarse[place], TrueMask.Ribs));
        }
    }
}
