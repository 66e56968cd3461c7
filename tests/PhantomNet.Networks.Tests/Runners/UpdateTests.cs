using FsCheck.Xunit;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Networks.Training;
using PhantomNet.Randomness;

namespace PhantomNet.Networks.Tests.Runners;

// The same cases at every run: among millions some network adds up floats in an order that no tolerance of a sum foresees.
[Properties(Arbitrary = [typeof(NetworkCases)], MaxTest = 200, Replay = "20261123,7")]
public sealed class UpdateTests
{
    private const int Steps = 20;

    /// <summary>
    /// For parameters of size 1 after 20 updates in float32 against double. Each update rounds to 6e-8 of a parameter; Adam
    /// divides gradients by their own size, so that the roundings of small ones count as much as those of large ones.
    /// </summary>
    private const double AfterSteps = 2e-5;

    [Property]
    public async Task One_minibatch_of_SGD_moves_against_the_gradient_of_loss_and_L2(NetworkCase drawn)
    {
        const double rate = 0.1;
        const double l2 = 0.03;
        await using TextbookRunner runner = new(
            drawn.Spec,
            new TrainingSettings(new Sgd(rate), drawn.Batch, l2),
            drawn.Samples,
            drawn.Parameters
        );
        TrainingResult result = await runner.TrainAsync(AllSamples(drawn.Batch));

        double Objective(double[] p) => drawn.MeanLoss(p) + (l2 * drawn.HalfSquaredWeights(p));
        double[] gradient = FiniteDifferences.Gradient(Objective, drawn.ParametersInDouble);
        double[] expected = [.. drawn.ParametersInDouble.Zip(gradient, (p, g) => p - (rate * g))];
        double largest = gradient.Max(Math.Abs);
        // A tenth of the gradient's tolerance, since the rate is a tenth, and the rounding of the parameters themselves.
        double tolerance = (rate * Tolerance.Gradient * Math.Max(largest, Tolerance.SmallestGradient)) + Tolerance.Float;
        Tolerance.AssertClose(expected, (await runner.CopyAsync()).Parameters, tolerance, floor: 1);
        Assert.Equal(1, result.Minibatches);
        Assert.False(result.Diverged);
        double loss = drawn.MeanLoss(drawn.ParametersInDouble);
        Assert.Equal(loss, result.MeanLoss, Tolerance.Gradient * Math.Max(1, loss));
    }

    public static TheoryData<OptimizerSpec> Optimizers =>
        [new Sgd(0.2), new Momentum(0.05), new Momentum(0.1, 0.5), new Adam(0.02), new Adam(0.05, 0.8, 0.99, 1e-6)];

    [Theory]
    [MemberData(nameof(Optimizers))]
    public async Task Twenty_updates_match_the_optimizer_in_double_with_finite_differences(OptimizerSpec optimizer)
    {
        const double l2 = 0.01;
        NetworkCase network = SmoothNetwork();
        await using TextbookRunner runner = new(
            network.Spec,
            new TrainingSettings(optimizer, network.Batch, l2),
            network.Samples,
            network.Parameters
        );
        ReferenceOptimizer reference = new(optimizer, network.Parameters.Length);
        double[] expected = network.ParametersInDouble;
        for (int step = 0; step < Steps; step++)
        {
            double[] gradient = FiniteDifferences.Gradient(
                p => network.MeanLoss(p) + (l2 * network.HalfSquaredWeights(p)),
                expected
            );
            expected = reference.Step(expected, gradient);
            await runner.TrainAsync(AllSamples(network.Batch));
            Tolerance.AssertClose(expected, (await runner.CopyAsync()).Parameters, AfterSteps, floor: 1);
        }
    }

    [Fact]
    public async Task L2_acts_on_weights_and_not_on_biases()
    {
        // A zero error leaves L2 alone: w ← w − η λ w, b stays.
        NetworkSpec spec = new(Shape.Vector(1), Loss.MeanSquaredError, new DenseSpec(1));
        SampleSet samples = SampleSet.OfValues(Shape.Vector(1), [1], [7]);
        await using TextbookRunner runner = new(spec, new TrainingSettings(new Sgd(0.5), 1, L2: 0.5), samples, [4, 3]);
        await runner.TrainAsync(AllSamples(1));
        RunnerState after = await runner.CopyAsync();
        Assert.Equal([3, 3], after.Parameters);
    }

    [Fact]
    public async Task A_neuron_moves_by_the_mean_of_error_times_input()
    {
        float[] inputs = [0.8f, 0.3f, -0.5f, 1, 0.2f, -0.9f];
        int[] labels = [1, 0, 1];
        NetworkSpec spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1));
        SampleSet samples = SampleSet.OfClasses(Shape.Vector(2), inputs, labels);
        await using TextbookRunner runner = new(spec, new TrainingSettings(new Sgd(1), 3), samples, [0.7f, -0.5f, 0.1f]);
        BatchTrace trace = await runner.TraceAsync(samples.Inputs, samples.Targets);

        double[] expected = new double[3];
        for (int n = 0; n < 3; n++)
        {
            double z = (0.7 * inputs[2 * n]) - (0.5 * inputs[(2 * n) + 1]) + 0.1;
            double error = (1 / (1 + Math.Exp(-z))) - labels[n];
            expected[0] += error * inputs[2 * n] / 3;
            expected[1] += error * inputs[(2 * n) + 1] / 3;
            expected[2] += error / 3;
        }

        Tolerance.AssertClose(expected, trace.ParameterGradients, Tolerance.FloatSum, floor: 0);
    }

    [Fact]
    public void The_neuron_of_the_lesson_gives_0_51_and_0_625()
    {
        Network neuron = new(
            new NetworkSpec(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(1), new ActivationSpec(Activation.Sigmoid))
        );
        new float[] { 0.7f, -0.5f, 0.1f }.CopyTo(neuron.Parameters);
        Assert.Equal(
            0.6248,
            neuron.Forward([0.8f, 0.3f], batch: 1)[0],
            1e-5 /* the digits given */
        );
        Assert.Equal(0.51, neuron.OutputOf(0)[0], Tolerance.Float);
    }

    private static Minibatches AllSamples(int count) => new(Enumerable.Range(0, count).ToArray(), new[] { 0, count });

    // Without corners, so that twenty steps of finite differences can't meet one.
    private static NetworkCase SmoothNetwork()
    {
        NetworkSpec spec = new(
            Shape.Vector(3),
            Loss.SoftmaxCrossEntropy,
            new DenseSpec(5),
            new ActivationSpec(Activation.Tanh),
            new DenseSpec(4),
            new ActivationSpec(Activation.Sigmoid),
            new DenseSpec(3)
        );
        SeededRandom random = new(seed: 4);
        float[] inputs = [.. Enumerable.Range(0, 18).Select(_ => (float)random.NextNormal())];
        return new NetworkCase(spec, Initialiser.Parameters(spec, seed: 4), inputs, [0, 1, 2, 0, 1, 2], Batch: 6);
    }
}
