namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>What the presets are.</summary>
public static class KernelPresets
{
    private const double Ninth = 1.0 / 9;

    private static readonly Dictionary<KernelPreset, Kernel> Kernels = new()
    {
        [KernelPreset.Identity] = new(0, 0, 0, 0, 1, 0, 0, 0, 0),
        [KernelPreset.Box] = new(Enumerable.Repeat(Ninth, Kernel.Count)),
        [KernelPreset.Gaussian] = new(new double[] { 1, 2, 1, 2, 4, 2, 1, 2, 1 }.Select(weight => weight / 16)),
        [KernelPreset.Sharpen] = new(0, -1, 0, -1, 5, -1, 0, -1, 0),
        [KernelPreset.Horizontal] = new(-1, -1, -1, 0, 0, 0, 1, 1, 1),
        [KernelPreset.Vertical] = new(-1, 0, 1, -1, 0, 1, -1, 0, 1),
        [KernelPreset.Sobel] = new(-1, 0, 1, -2, 0, 2, -1, 0, 1),
        [KernelPreset.Laplacian] = new(-1, -1, -1, -1, 8, -1, -1, -1, -1),
        [KernelPreset.Emboss] = new(-2, -1, 0, -1, 1, 1, 0, 1, 2),
    };

    /// <summary>All that are offered, in order, with their names.</summary>
    public static IReadOnlyList<(KernelPreset Preset, string Name)> All { get; } =
    [.. Kernels.Keys.Select(preset => (preset, preset.Name()))];

    /// <summary>Its weights.</summary>
    /// <exception cref="KeyNotFoundException">It is <see cref="KernelPreset.Own"/>.</exception>
    public static Kernel Weights(this KernelPreset preset) => Kernels[preset];

    /// <summary>Which one these weights are.</summary>
    public static KernelPreset Of(Kernel kernel) =>
        Kernels.Where(pair => pair.Value.Equals(kernel)).Select(pair => pair.Key).DefaultIfEmpty(KernelPreset.Own).First();

    /// <summary>The name as the page writes it.</summary>
    public static string Name(this KernelPreset preset) =>
        preset switch
        {
            KernelPreset.Box => "Box blur",
            KernelPreset.Gaussian => "Gaussian blur",
            KernelPreset.Horizontal => "Horizontal edges",
            KernelPreset.Vertical => "Vertical edges",
            KernelPreset.Own => "Your own",
            _ => preset.ToString(),
        };

    /// <summary>What it does, in a sentence.</summary>
    public static string Does(this KernelPreset preset) =>
        preset switch
        {
            KernelPreset.Identity => "Takes the middle pixel alone: the image stays as it is.",
            KernelPreset.Box => "The mean of nine pixels: less noise, less detail.",
            KernelPreset.Gaussian => "A mean with most weight in the middle: a gentler blur, close to a Gaussian.",
            KernelPreset.Sharpen => "The pixel, plus what it differs by from its four neighbours.",
            KernelPreset.Horizontal =>
                "Below minus above (Prewitt): large where the image changes from row to row, as at a diaphragm.",
            KernelPreset.Vertical =>
                "Right minus left (Prewitt): large where the image changes from column to column, as at the heart’s border.",
            KernelPreset.Sobel => "Right minus left, with double weight on the middle row.",
            KernelPreset.Laplacian =>
                "Eight times the pixel minus its eight neighbours: minus the Laplacian, so that bright spots are positive. Edges of all directions, and noise.",
            KernelPreset.Emboss => "The pixel plus its slope along the diagonal: relief, as if lit from a corner.",
            _ => "Nine numbers of your own.",
        };
}
