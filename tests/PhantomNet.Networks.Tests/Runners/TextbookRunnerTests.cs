using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests.Training;
using PhantomNet.Networks.Training;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Networks.Tests.Runners;

public sealed class TextbookRunnerTests
{
    private static readonly TrainingSettings _settings = new(new Sgd(0.1), BatchSize: 4);

    [Fact]
    public async Task Predictions_do_not_depend_on_how_many_are_asked_for_at_once()
    {
        const int count = 150; // more than two of the runner's own batches
        await using TextbookRunner runner = TrainingCases.Runner(new Sgd(0.1));
        float[] inputs = [.. Enumerable.Range(0, 2 * count).Select(i => MathF.Sin(i))];
        float[] together = new float[count];
        await runner.PredictAsync(inputs, together);
        for (int n = 0; n < count; n++)
        {
            float[] alone = new float[1];
            await runner.PredictAsync(inputs.AsMemory(2 * n, 2), alone);
            Assert.Equal(alone[0], together[n]);
        }

        await runner.PredictAsync(ReadOnlyMemory<float>.Empty, Memory<float>.Empty);
    }

    [Fact]
    public async Task Looking_does_not_touch_the_training()
    {
        await using TextbookRunner looked = TrainingCases.Runner(new Adam(0.02));
        await using TextbookRunner left = TrainingCases.Runner(new Adam(0.02));
        Trainer first = new(looked, TrainingCases.SampleCount, seed: 1);
        Trainer second = new(left, TrainingCases.SampleCount, seed: 1);
        for (int i = 0; i < 5; i++)
        {
            await looked.TraceAsync(TrainingCases.Samples.Inputs, TrainingCases.Samples.Targets);
            await looked.PredictAsync(TrainingCases.Samples.Inputs, new float[TrainingCases.SampleCount]);
            await first.TrainAsync(minibatches: 1);
            await second.TrainAsync(minibatches: 1);
        }

        Assert.Equal(await TrainingCases.ParametersOf(second), await TrainingCases.ParametersOf(first));
    }

    [Fact]
    public async Task A_trace_shows_what_the_network_computes()
    {
        await using TextbookRunner runner = TrainingCases.Runner(new Sgd(0.1));
        BatchTrace trace = await runner.TraceAsync(TrainingCases.Samples.Inputs, TrainingCases.Samples.Targets);
        Network network = new(TrainingCases.Spec);
        (await runner.CopyAsync()).Parameters.CopyTo(network.Parameters);
        network.Forward(TrainingCases.Samples.Inputs.Span, TrainingCases.SampleCount);
        Assert.Equal(network.Backward(TrainingCases.Samples.Targets.Span), trace.Loss);
        for (int layer = 0; layer < TrainingCases.Spec.Layers.Count; layer++)
        {
            Assert.Equal(network.OutputOf(layer), trace.Outputs[layer]);
            Assert.Equal(network.OutputGradientOf(layer), trace.OutputGradients[layer]);
        }

        Assert.Equal(network.ParameterGradients, trace.ParameterGradients);
    }

    [Fact]
    public async Task A_trace_without_targets_goes_forward_alone()
    {
        await using TextbookRunner runner = TrainingCases.Runner(new Sgd(0.1));
        BatchTrace whole = await runner.TraceAsync(TrainingCases.Samples.Inputs, TrainingCases.Samples.Targets);
        BatchTrace forward = await runner.TraceAsync(TrainingCases.Samples.Inputs, default);
        Assert.Equal(whole.Outputs, forward.Outputs);
        Assert.Equal((double.NaN, 0, 0), (forward.Loss, forward.OutputGradients.Length, forward.ParameterGradients.Length));
    }

    [Fact]
    public async Task A_trace_rests_after_each_layer_there_and_back()
    {
        int rests = 0;
        await using TextbookRunner runner = new(
            TrainingCases.Spec,
            _settings,
            TrainingCases.Samples,
            Initialiser.Parameters(TrainingCases.Spec, seed: 3),
            async () =>
            {
                rests++;
                await Task.Yield();
            }
        );
        await runner.TraceAsync(TrainingCases.Samples.Inputs, default);
        Assert.Equal(TrainingCases.Spec.Layers.Count, rests);
        await runner.TraceAsync(TrainingCases.Samples.Inputs, TrainingCases.Samples.Targets);
        Assert.Equal(3 * TrainingCases.Spec.Layers.Count, rests);
    }

    [Fact]
    public async Task The_factory_makes_the_same_runner()
    {
        float[] parameters = Initialiser.Parameters(TrainingCases.Spec, seed: 3);
        await using INetworkRunner runner = await new TextbookRunnerFactory().CreateAsync(
            TrainingCases.Spec,
            _settings,
            TrainingCases.Samples,
            parameters
        );
        Assert.Equal((TrainingCases.Spec, _settings), (runner.Spec, runner.Settings));
        RunnerState state = await runner.CopyAsync();
        Assert.Equal(parameters, state.Parameters);
    }

    [Fact]
    public void Samples_of_another_shape_are_refused() =>
        AssertRefused(
            () => Make(SampleSet.OfClasses(new Shape(1, 2, 2), [1, 2, 3, 4], [0])),
            "samples have the shape 1×2×2",
            "network takes 2"
        );

    [Fact]
    public void Samples_that_do_not_suit_the_loss_are_refused()
    {
        AssertRefused(
            () => Make(SampleSet.OfValues(Shape.Vector(2), [1, 2], [0.5f])),
            "values as targets",
            "BinaryCrossEntropy needs classes"
        );
        AssertRefused(
            () => Make(SampleSet.OfClasses(Shape.Vector(2), [1, 2], [0], classCount: 3)),
            "samples have 3 classes",
            "needs 2"
        );
        NetworkSpec regression = new(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(3));
        SampleSet samples = SampleSet.OfValues(Shape.Vector(2), [1, 2], [1, 2], targetLength: 2);
        AssertRefused(() => Runner(regression, _settings, samples, new float[9]), "2 target values each", "needs 3");
    }

    [Fact]
    public void Parameters_of_another_number_or_not_finite_are_refused()
    {
        AssertRefused(
            () => Runner(TrainingCases.Spec, _settings, TrainingCases.Samples, new float[20]),
            "20 parameters",
            "2 → dense 5 → tanh → dense 1",
            "has 21"
        );
        float[] broken = new float[21];
        broken[7] = float.NaN;
        AssertRefused(() => Runner(TrainingCases.Spec, _settings, TrainingCases.Samples, broken), "not finite");
    }

    public static TheoryData<TrainingSettings, string, string> BadSettings =>
        new()
        {
            { new TrainingSettings(new Sgd(0), 4), "learning rate is 0", "above 0" },
            { new TrainingSettings(new Sgd(0.1), 0), "batch size is 0", "at least 1" },
            { new TrainingSettings(new Sgd(0.1), -4), "batch size is -4", "at least 1" },
            { new TrainingSettings(new Sgd(0.1), 4, L2: -0.1), "L2 is -0.1", "0 or more" },
            { new TrainingSettings(new Sgd(0.1), 4, L2: double.NaN), "L2 is NaN", "finite" },
            { new TrainingSettings(new Sgd(0.1), 4, ClassWeights: new(1, 2, 3)), "3 class weights", "2 classes" },
        };

    [Theory]
    [MemberData(nameof(BadSettings))]
    public void Bad_settings_are_refused_with_value_and_range(TrainingSettings settings, string given, string range) =>
        AssertRefused(() => Runner(TrainingCases.Spec, settings, TrainingCases.Samples, new float[21]), given, range);

    [Theory]
    [InlineData(0, 0, "minibatch of 0 samples", "1 to 4")]
    [InlineData(0, 5, "minibatch of 5 samples", "1 to 4")]
    [InlineData(9, 11, "sample 10", "0 to 9")]
    public void Minibatches_that_do_not_fit_are_refused(int start, int end, string given, string expected)
    {
        TextbookRunner runner = Make(TrainingCases.Samples);
        int[] order = [.. Enumerable.Range(0, 12)];
        AssertRefused(() => _ = runner.TrainAsync(new Minibatches(order, new[] { start, end })).AsTask(), given, expected);
    }

    [Fact]
    public async Task No_minibatches_are_no_training()
    {
        await using TextbookRunner runner = Make(TrainingCases.Samples);
        Assert.Equal(new TrainingResult(0, 0, Diverged: false), await runner.TrainAsync(default));
    }

    [Fact]
    public void Predictions_without_room_are_refused() =>
        AssertRefused(
            () => _ = Make(TrainingCases.Samples).PredictAsync(new float[3], new float[1]).AsTask(),
            "3 inputs",
            "room for 1",
            "takes 2"
        );

    [Fact]
    public void The_network_refuses_a_batch_that_does_not_fit()
    {
        Network network = new(TrainingCases.Spec);
        AssertRefused(() => network.Forward(new float[3], batch: 2), "3 inputs", "batch of 2", "takes 2 inputs");
        AssertRefused(() => network.Forward([], batch: 0), "0 inputs", "at least 1 sample");
        AssertRefused<InvalidOperationException>(() => network.Backward([1]), "before Forward");
        network.Forward(new float[4], batch: 2);
        AssertRefused(() => network.Backward([1]), "1 targets", "batch of 2");
    }

    private static TextbookRunner Make(SampleSet samples) => Runner(TrainingCases.Spec, _settings, samples, new float[21]);

    private static TextbookRunner Runner(NetworkSpec spec, TrainingSettings settings, SampleSet samples, float[] parameters) =>
        new(spec, settings, samples, parameters);
}
