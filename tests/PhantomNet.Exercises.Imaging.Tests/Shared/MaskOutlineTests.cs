using PhantomNet.Exercises.Imaging.Shared;

namespace PhantomNet.Exercises.Imaging.Tests.Shared;

public sealed class MaskOutlineTests
{
    [Fact]
    public void It_has_every_side_between_inside_and_outside() =>
        Assert.Equal(
            "M1 1h1 M1 1v1 M1 2v1 M1 3h1 M2 1h1 M2 2h1 M2 2v1 M3 1v1",
            Sides(MaskOutline.Path(Mask(4, 5, 6, 9), side: 4))
        );

    [Fact]
    public void A_mask_up_to_the_frame_ends_there() =>
        Assert.Equal(
            "M0 0h1 M0 0v1 M0 1v1 M0 2h1 M1 0h1 M1 2h1 M2 0v1 M2 1v1",
            Sides(MaskOutline.Path(Mask(2, 0, 1, 2, 3), side: 2))
        );

    [Fact]
    public void An_empty_mask_has_none() => Assert.Equal("", MaskOutline.Path(new bool[16], side: 4));

    private static bool[] Mask(int side, params int[] places)
    {
        bool[] mask = new bool[side * side];
        Array.ForEach(places, place => mask[place] = true);
        return mask;
    }

    // In one order, whatever that of the path.
    private static string Sides(string path) =>
        string.Join(
            ' ',
            path.Split('M', StringSplitOptions.RemoveEmptyEntries).Select(side => "M" + side).Order(StringComparer.Ordinal)
        );
}
