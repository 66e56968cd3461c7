namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>The sizes of an image, as they are offered.</summary>
internal static class SizeChoices
{
    /// <summary>Side and text.</summary>
    public static IReadOnlyList<(int Side, string Text)> All { get; } =
    [.. ConvolutionState.Sizes.Select(side => (side, side.ToString()))];
}
