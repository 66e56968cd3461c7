using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Phantoms.Tests.Detectors;

public sealed class GridTests
{
    private const double Quanta = 20_000;
    private readonly Scene _scene = new(64, energyKeV: 60);

    [Fact]
    public void The_ratio_of_scatter_to_primary_follows_from_the_fraction()
    {
        Assert.Equal(1.5, AntiScatterGrid.ScatterToPrimaryRatio(0.6, GridKind.None), 12);
        Assert.Equal(1.5 * 0.1 / 0.7, AntiScatterGrid.ScatterToPrimaryRatio(0.6, GridKind.Grid), 12);
    }

    [Fact]
    public void Scatter_takes_contrast_and_a_grid_gives_most_of_it_back()
    {
        double ideal = Contrast(Expose(0, GridKind.None));
        double scattered = Contrast(Expose(0.6, GridKind.None));
        double grid = Contrast(Expose(0.6, GridKind.Grid));
        Assert.True(scattered < grid && grid < ideal, $"{scattered} < {grid} < {ideal}");
    }

    [Fact]
    public void Scatter_weakens_a_small_contrast_by_one_less_its_fraction()
    {
        // Two pixels that differ by 1 %: (P₁ − P₂) / (P + S) = (P₁ − P₂) / P · (1 − SF).
        foreach (GridKind grid in Enum.GetValues<GridKind>())
        {
            DetectorStages stages = Expose(0.6, grid);
            double mean = stages.ShadowPrimaryQuanta;
            double contrast = 0.01 * mean / (mean + stages.ScatterQuanta);
            Assert.Equal(0.01 * (1 - stages.ScatterFraction), contrast, 12);
        }
    }

    [Fact]
    public void With_much_scatter_a_grid_raises_contrast_to_noise_at_the_same_exposure()
    {
        // Rose: difference of the means over the noise, measured in the counts of lung and soft tissue.
        Assert.True(ContrastToNoise(Expose(0.8, GridKind.Grid)) > ContrastToNoise(Expose(0.8, GridKind.None)));
        // Without scatter it only costs quanta.
        Assert.True(ContrastToNoise(Expose(0, GridKind.Grid)) < ContrastToNoise(Expose(0, GridKind.None)));
    }

    private DetectorStages Expose(double scatterFraction, GridKind grid) =>
        _scene.Expose(new DetectorSettings(1, grid, scatterFraction), Quanta);

    private double Contrast(DetectorStages stages) => Mean(stages, lung: true).Log - Mean(stages, lung: false).Log;

    private double ContrastToNoise(DetectorStages stages)
    {
        (double lung, _) = Mean(stages, lung: true);
        (double soft, double softVariance) = Mean(stages, lung: false, variance: true);
        return (lung - soft) / Math.Sqrt(softVariance);
    }

    private (double Quanta, double Log) Mean(DetectorStages stages, bool lung, bool variance = false)
    {
        double[] counts =
        [
            .. stages.CountedQuanta.Where((_, i) => _scene.Fraction[i] == (float)(lung ? Scene.Lung : Scene.Soft)),
        ];
        double mean = counts.Average();
        return (mean, variance ? counts.Average(count => (count - mean) * (count - mean)) : Math.Log(mean));
    }
}
