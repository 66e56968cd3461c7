using PhantomNet.Exercises.Imaging.Step8Pooling;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class PooledNoiseTests
{
    // The integration's own.
    private const double Integration = 1e-10;

    // Of a mean in standard errors: beyond it once in 15,000 times, and the seed is fixed.
    private const double StandardErrors = 4;

    [Fact]
    public void The_largest_of_four_has_its_closed_form()
    {
        double exact = 3 / (2 * Math.Sqrt(Math.PI)) * (1 + (2 / Math.PI * Math.Asin(1 / 3.0)));
        Assert.Equal(exact, LargestOf.Normals(4).Mean, Integration);
        Assert.Equal(1.0294, exact, 0.00005);
        Assert.Equal(1 / Math.Sqrt(Math.PI), LargestOf.Normals(2).Mean, Integration);
        Assert.Equal(0, LargestOf.Normals(1).Mean, Integration);
        Assert.Equal(1, LargestOf.Normals(1).Sd, Integration);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void Simulated_noise_agrees_with_theory(int window)
    {
        SimulatedNoise simulated = new(window);
        while (simulated.Noise.Largest.Count < 20_000)
        {
            simulated.Draw();
        }

        PooledNoise noise = simulated.Noise;
        (double mean, double sd) = LargestOf.Normals(window * window);
        double error = sd / Math.Sqrt(noise.Largest.Count);
        Assert.InRange(noise.Largest.Mean, mean - (StandardErrors * error), mean + (StandardErrors * error));
        Assert.Equal(sd, noise.Largest.Sd, 0.02);
        Assert.Equal(1.0 / window, noise.Average.Sd, 0.01);
        Assert.Equal(0, noise.Average.Mean, 0.01);
        Assert.Equal(1, noise.Pixel.Sd, 0.01);
        Assert.Equal(1, noise.Density().Sum(bin => bin.Density) * PooledNoise.BinWidth, 1e-9);
        Assert.True(noise.History.Count > 10);
    }

    [Fact]
    public void A_radiographs_noise_is_of_the_size_that_its_quanta_give_and_rises_when_pooled()
    {
        Shot shot = Taken(new Shot(patient: 1, mAs: 2, before: null));
        Shot reference = Taken(new Shot(patient: 1, PoolingBench.ReferenceMAs, shot));
        QuantumNoise quantum = new(shot.Radiograph!, reference.Radiograph!, window: 2);
        while (!quantum.IsComplete)
        {
            quantum.Advance();
        }

        // 50,176 pixels: the standard error of their standard deviation is 0.003.
        Assert.Equal(1, quantum.Noise.Pixel.Sd, 0.012);
        Assert.Equal(0, quantum.Noise.Pixel.Mean, 0.018);
        Assert.InRange(1.0294, quantum.Noise.Largest.Interval.Low, quantum.Noise.Largest.Interval.High);
        Assert.InRange(quantum.Rise.Mean, 0.05, 0.5);
    }

    [Fact]
    public void Moments_are_those_of_the_textbook()
    {
        Moments moments = new();
        Assert.Equal((0, 0), (moments.Mean, moments.Interval.High));
        moments.Add([1, 2]);
        moments.Add([3, 6]);
        Assert.Equal(3, moments.Mean, 1e-12);
        Assert.Equal(Math.Sqrt(14 / 3.0), moments.Sd, 1e-12);
        Assert.Equal(1.959964 * Math.Sqrt(14 / 3.0) / 2, moments.Interval.High - 3, 1e-5);
    }

    private static Shot Taken(Shot shot)
    {
        while (!shot.IsComplete)
        {
            shot.Advance(4);
        }

        return shot;
    }
}
