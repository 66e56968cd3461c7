using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

/// <summary>What the page says of a size has to hold for networks drawn at random.</summary>
public sealed class CapabilityTests
{
    private const int Networks = 200;

    // A logit nearer to 0 than this share of the sums that make it may have either sign by rounding.
    private const double Doubtful = 1e-4;

    public static TheoryData<Activation> Curved => [Activation.Sigmoid, Activation.Tanh, Activation.ReLU, Activation.LeakyReLU];

    [Fact]
    public void Every_size_has_its_text()
    {
        foreach ((Activation activation, string _) in TrainingChoice.Activations)
        {
            for (int layers = 0; layers <= BoundaryState.MaxHiddenLayers; layers++)
            {
                for (int neurons = 1; neurons <= BoundaryState.MaxNeurons; neurons++)
                {
                    Assert.EndsWith(".", Capability.Of(layers, neurons, activation), StringComparison.Ordinal);
                }
            }
        }
    }

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 8)]
    [InlineData(3, 16)]
    public void Without_activations_the_logit_is_one_plane_over_the_points(int layers, int neurons)
    {
        Random random = new(1);
        for (int n = 0; n < Networks; n++)
        {
            Network network = Draw(random, layers, neurons, Activation.Identity);
            double b = Logit(network, 0, 0);
            double w1 = Logit(network, 1, 0) - b;
            double w2 = Logit(network, 0, 1) - b;
            (double x1, double x2) = Place(random, 10);
            double room = Doubtful * (Math.Abs(b) + (10 * (Math.Abs(w1) + Math.Abs(w2))) + 1);
            Assert.Equal(b + (w1 * x1) + (w2 * x2), Logit(network, x1, x2), room);
        }

        Assert.Contains("straight line", Capability.Of(layers, neurons, Activation.Identity), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Curved))]
    public void One_neuron_a_layer_crosses_along_one_straight_line_at_most(Activation activation)
    {
        Random random = new(2);
        for (int n = 0; n < Networks; n++)
        {
            Network network = Draw(random, random.Next(1, 4), 1, activation);
            (double a1, double a2) = (network.Parameters[0], network.Parameters[1]);
            int changes = 0;
            double last = Logit(network, -20 * a1, -20 * a2);
            for (int step = -199; step <= 200; step++)
            {
                (double x1, double x2) = (step * 0.1 * a1, step * 0.1 * a2);
                double here = Logit(network, x1, x2);
                changes += here > 0 != last > 0 ? 1 : 0;
                last = here;
                // Across that direction nothing changes.
                double slide = (random.NextDouble() * 20) - 10;
                Assert.Equal(here, Logit(network, x1 - (slide * a2), x2 + (slide * a1)), Doubtful * (1 + Math.Abs(here)));
            }

            Assert.InRange(changes, 0, 1);
        }
    }

    [Theory, MemberData(nameof(Curved))]
    public void Two_neurons_leave_a_way_far_out_from_every_place(Activation activation)
    {
        Random random = new(3);
        int tried = 0;
        for (int n = 0; n < Networks; n++)
        {
            Network network = Draw(random, 1, 2, activation);
            for (int place = 0; place < 20; place++)
            {
                (double x1, double x2) = Place(random, 3);
                if (WayOut(network, Logit(network, x1, x2)) is not { } way || Math.Abs(Logit(network, x1, x2)) < 0.01)
                {
                    continue;
                }

                tried++;
                bool pneumonia = Logit(network, x1, x2) > 0;
                for (double far = 0.01; far < 1000; far *= 1.2)
                {
                    Assert.Equal(pneumonia, Logit(network, x1 + (far * way.X1), x2 + (far * way.X2)) > 0);
                }
            }
        }

        Assert.True(tried > 5 * Networks);
    }

    [Fact]
    public void Two_neurons_never_enclose_a_region_on_a_wide_grid()
    {
        Random random = new(4);
        for (int n = 0; n < Networks; n++)
        {
            Network network = Draw(random, 1, 2, Activation.ReLU);
            Assert.Equal(0, new ClassRegions(network, halfWidth: 6).Enclosed);
        }
    }

    [Theory]
    [InlineData(Activation.ReLU)]
    [InlineData(Activation.LeakyReLU)]
    [InlineData(Activation.Sigmoid)]
    [InlineData(Activation.Tanh)]
    public void Three_neurons_can_enclose_one(Activation activation)
    {
        // Three neurons that look away from the middle in directions 120° apart: the sum of their outputs is least there.
        Network network = new((LessonRun.Eight with { Neurons = 3 }).Spec(activation));
        for (int neuron = 0; neuron < 3; neuron++)
        {
            network.Parameters[neuron * 2] = (float)(4 * Math.Cos(neuron * 2 * Math.PI / 3));
            network.Parameters[(neuron * 2) + 1] = (float)(4 * Math.Sin(neuron * 2 * Math.PI / 3));
            network.Parameters[6 + neuron] = -4;
            network.Parameters[9 + neuron] = -10;
        }

        // Just below what the sum reaches in the middle.
        double middle = Logit(network, 0, 0);
        network.Parameters[12] = (float)(2 - middle);
        ClassRegions regions = new(network, halfWidth: 3);
        Assert.Equal(1, regions.Enclosed);
        Assert.True(Logit(network, 0, 0) > 0);
    }

    // The direction along which both neurons' terms move the logit further to the side on which it is.
    private static (double X1, double X2)? WayOut(Network network, double logit)
    {
        Span<float> p = network.Parameters;
        double s1 = Math.Sign(logit) * Math.Sign(p[6]);
        double s2 = Math.Sign(logit) * Math.Sign(p[7]);
        double determinant = ((double)p[0] * p[3]) - ((double)p[1] * p[2]);
        if (Math.Abs(determinant) < 0.05)
        {
            return null; // nearly parallel: the way out goes along both, and rounding decides
        }

        double x1 = ((s1 * p[3]) - (s2 * p[1])) / determinant;
        double x2 = ((s2 * p[0]) - (s1 * p[2])) / determinant;
        double length = double.Hypot(x1, x2);
        return (x1 / length, x2 / length);
    }

    private static Network Draw(Random random, int layers, int neurons, Activation activation)
    {
        Network network = PlaneFieldTests.Make(layers, neurons, seed: 1, activation);
        foreach (ref float parameter in network.Parameters)
        {
            parameter = (float)((random.NextDouble() * 4) - 2);
        }

        return network;
    }

    private static (double X1, double X2) Place(Random random, double reach) =>
        (((random.NextDouble() * 2) - 1) * reach, ((random.NextDouble() * 2) - 1) * reach);

    private static double Logit(Network network, double x1, double x2) => network.Forward([(float)x1, (float)x2], 1)[0];
}
