using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests.Training;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Layers;

public sealed class DropoutTests
{
    private const int Length = 10_000;

    private static readonly float[] _ones = [.. Enumerable.Repeat(1f, Length)];

    [Fact]
    public void Outside_training_nothing_drops_out() => Assert.Equal(_ones, OneLayer(0.9).Forward(_ones, batch: 1));

    [Fact]
    public void After_a_training_pass_prediction_is_the_identity_again()
    {
        Network network = OneLayer(0.5);
        network.ForwardInTraining(_ones, batch: 1, dropoutSeed: 1, update: 1);
        Assert.Equal(_ones, network.Forward(_ones, batch: 1));
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    public void The_rate_drops_out_and_the_rest_is_scaled_to_keep_the_mean(double rate)
    {
        float[] outputs = OneLayer(rate).ForwardInTraining(_ones, batch: 1, dropoutSeed: 3, update: 1).ToArray();
        Assert.All(outputs, y => Assert.True(y == 0 || y == (float)(1 / (1 - rate))));
        // Four standard deviations of a share of 10,000.
        Assert.Equal(rate, outputs.Count(y => y == 0) / (double)Length, 4 * Math.Sqrt(rate * (1 - rate) / Length));
    }

    [Fact]
    public void The_mask_follows_from_seed_update_and_layer_alone()
    {
        NetworkSpec twice = new(Shape.Vector(Length), Loss.MeanSquaredError, new DropoutSpec(0.5), new DropoutSpec(0.5));
        float[] Mask(int seed, long update) => new Network(twice).ForwardInTraining(_ones, 1, seed, update).ToArray();
        Assert.Equal(Mask(1, 1), Mask(1, 1));
        Assert.NotEqual(Mask(1, 1), Mask(2, 1));
        Assert.NotEqual(Mask(1, 1), Mask(1, 2));
        // Two layers with masks of their own let a quarter through; with the same one it would be a half.
        Assert.Equal(0.25, Mask(1, 1).Count(y => y > 0) / (double)Length, 4 * Math.Sqrt(0.25 * 0.75 / Length));
    }

    [Fact]
    public void Backward_goes_through_the_same_mask()
    {
        Network network = OneLayer(0.5);
        float[] outputs = network.ForwardInTraining(_ones, batch: 1, dropoutSeed: 3, update: 7).ToArray();
        network.BackwardFrom(_ones);
        Assert.Equal(outputs, network.InputGradient); // of a sum of outputs the gradient is the mask, and so are the outputs
    }

    [Fact]
    public async Task The_same_seed_trains_the_same_bits_and_going_back_repeats_the_masks()
    {
        Assert.Equal(await TrainedAsync(seed: 1), await TrainedAsync(seed: 1));
        Assert.NotEqual(await TrainedAsync(seed: 1), await TrainedAsync(seed: 2));
        Trainer trainer = Trainer(seed: 1);
        await trainer.TrainEpochAsync();
        TrainerSnapshot snapshot = await trainer.CopyAsync();
        await trainer.TrainEpochAsync();
        float[] first = await TrainingCases.ParametersOf(trainer);
        await trainer.RestoreAsync(snapshot);
        await trainer.TrainEpochAsync();
        Assert.Equal(first, await TrainingCases.ParametersOf(trainer));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(-0.1)]
    [InlineData(double.NaN)]
    public void A_rate_out_of_range_is_refused(double rate) =>
        AssertRefused(() => OneLayer(rate), "Layer 1", $"rate {rate}", "at least 0 and below 1");

    private static Network OneLayer(double rate) =>
        new(new NetworkSpec(Shape.Vector(Length), Loss.MeanSquaredError, new DropoutSpec(rate)));

    private static Trainer Trainer(int seed)
    {
        NetworkSpec spec = new(
            Shape.Vector(2),
            Loss.BinaryCrossEntropy,
            new DenseSpec(8),
            new ActivationSpec(Activation.Tanh),
            new DropoutSpec(0.5),
            new DenseSpec(1)
        );
        TrainingSettings settings = new(new Sgd(0.3), TrainingCases.BatchSize, DropoutSeed: seed);
        TextbookRunner runner = new(spec, settings, TrainingCases.Samples, Initialiser.Parameters(spec, seed: 3));
        return new Trainer(runner, TrainingCases.SampleCount, seed: 1);
    }

    private static async Task<float[]> TrainedAsync(int seed)
    {
        Trainer trainer = Trainer(seed);
        await trainer.TrainEpochAsync();
        await trainer.TrainEpochAsync();
        return await TrainingCases.ParametersOf(trainer);
    }
}
