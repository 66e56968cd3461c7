using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;
using static PhantomNet.Networks.Tests.Messages;

namespace PhantomNet.Kernels.Tests;

public sealed class CompiledRunnerTests : IDisposable
{
    private static readonly NetworkSpec _spec = PointsCase.Spec;
    private static readonly SampleSet _samples = PointsCase.Samples;

    private readonly WasmtimeHosts _hosts = new();

    public void Dispose() => _hosts.Dispose();

    [Fact]
    public async Task Predictions_do_not_depend_on_how_many_are_asked_for_at_once()
    {
        const int count = 600; // more than are staged at once
        await using CompiledRunner runner = await MakeAsync(new Sgd(0.1));
        float[] inputs = [.. Enumerable.Range(0, 2 * count).Select(i => MathF.Sin(i))];
        float[] together = new float[count];
        await runner.PredictAsync(inputs, together);
        for (int n = 0; n < count; n += 7)
        {
            float[] alone = new float[1];
            await runner.PredictAsync(inputs.AsMemory(2 * n, 2), alone);
            Assert.Equal(alone[0], together[n]);
        }

        await runner.PredictAsync(ReadOnlyMemory<float>.Empty, Memory<float>.Empty);
    }

    [Fact]
    public async Task Looking_and_predicting_do_not_touch_the_training()
    {
        await using CompiledRunner looked = await MakeAsync(new Adam(0.02));
        await using CompiledRunner left = await MakeAsync(new Adam(0.02));
        Trainer first = new(looked, _samples.Count, seed: 1);
        Trainer second = new(left, _samples.Count, seed: 1);
        for (int i = 0; i < 5; i++)
        {
            await looked.TraceAsync(_samples.Inputs, _samples.Targets);
            await looked.PredictAsync(_samples.Inputs, new float[_samples.Count]);
            await first.TrainAsync(minibatches: 1);
            await second.TrainAsync(minibatches: 1);
        }

        Assert.Equal((await second.CopyAsync()).State.Parameters, (await first.CopyAsync()).State.Parameters);
    }

    [Fact]
    public async Task A_look_sees_the_parameters_of_its_moment()
    {
        await using CompiledRunner runner = await MakeAsync(new Adam(0.02));
        RunnerState first = await runner.CopyAsync();
        double before = (await runner.TraceAsync(_samples.Inputs, _samples.Targets)).Loss;
        await new Trainer(runner, _samples.Count, seed: 1).TrainEpochAsync();
        double trained = (await runner.TraceAsync(_samples.Inputs, _samples.Targets)).Loss;
        Assert.NotEqual(before, trained);
        await runner.RestoreAsync(first);
        Assert.Equal(before, (await runner.TraceAsync(_samples.Inputs, _samples.Targets)).Loss);
    }

    [Fact]
    public async Task Going_back_to_a_copy_goes_the_same_way_again()
    {
        await using CompiledRunner runner = await MakeAsync(new Adam(0.02));
        Trainer trainer = new(runner, _samples.Count, seed: 1);
        await trainer.TrainEpochAsync();
        TrainerSnapshot copy = await trainer.CopyAsync();
        await trainer.TrainEpochAsync();
        TrainerSnapshot once = await trainer.CopyAsync();
        await trainer.RestoreAsync(copy);
        await trainer.TrainEpochAsync();
        TrainerSnapshot again = await trainer.CopyAsync();
        Assert.Equal(once.State.Parameters, again.State.Parameters);
        Assert.Equal(once.State.Slots, again.State.Slots);
        Assert.Equal(once.State.Updates, again.State.Updates);
    }

    public static TheoryData<OptimizerSpec, Activation> Absurd =>
        new()
        {
            { new Sgd(1e6), Activation.ReLU },
            { new Momentum(1e6), Activation.Identity },
            { new Adam(1e30), Activation.Identity },
            { new Sgd(1e300), Activation.Tanh },
        };

    [Theory]
    [MemberData(nameof(Absurd))]
    public async Task An_absurd_learning_rate_ends_where_the_textbook_ends(OptimizerSpec optimizer, Activation function)
    {
        NetworkSpec spec = new(
            Shape.Vector(2),
            Loss.MeanSquaredError,
            new DenseSpec(4),
            new ActivationSpec(function),
            new DenseSpec(4),
            new DenseSpec(1)
        );
        SampleSet samples = SampleSet.OfValues(Shape.Vector(2), [1, 2, -1, 0.5f, 3, -2], [1, -1, 2]);
        TrainingSettings settings = new(optimizer, BatchSize: 2);
        float[] start = Initialiser.Parameters(spec, seed: 1);
        Trainer textbook = new(new TextbookRunner(spec, settings, samples, start), 3, seed: 1);
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(_hosts, spec, settings, samples, start);
        Trainer compiled = new(runner, 3, seed: 1);
        for (int epoch = 0; epoch < 100 && !compiled.HasDiverged; epoch++)
        {
            await textbook.TrainEpochAsync();
            Assert.True(double.IsFinite((await compiled.TrainEpochAsync()).MeanLoss));
            Assert.Equal((textbook.HasDiverged, textbook.Minibatch), (compiled.HasDiverged, compiled.Minibatch));
        }

        Assert.True(compiled.HasDiverged);
        RunnerState state = await runner.CopyAsync();
        Assert.All(state.Parameters, parameter => Assert.True(float.IsFinite(parameter)));
        Assert.All(state.Slots, slot => Assert.True(float.IsFinite(slot)));
    }

    [Fact]
    public async Task A_hidden_overflow_is_not_mistaken_for_zero()
    {
        NetworkSpec spec = new(Shape.Vector(2), Loss.MeanSquaredError, new DenseSpec(1), new ActivationSpec(Activation.ReLU));
        SampleSet samples = SampleSet.OfValues(Shape.Vector(2), [100, 100], [0]);
        TrainingSettings settings = new(new Sgd(0.1), 1);
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            _hosts,
            spec,
            settings,
            samples,
            new float[] { 1e38f, -1e38f, 0 }
        );
        Assert.True((await new Trainer(runner, 1, seed: 1).TrainEpochAsync()).Diverged);
    }

    [Fact]
    public async Task Denormal_numbers_train_as_in_the_textbook()
    {
        SampleSet samples = SampleSet.OfClasses(Shape.Vector(2), [1e-40f, -1e-42f, 1e-38f, 1e-45f], [0, 1]);
        TrainingSettings settings = new(new Sgd(0.5), 2);
        float[] start = [.. Enumerable.Range(0, 21).Select(i => i * 1e-41f)];
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(_hosts, _spec, settings, samples, start);
        await using TextbookRunner textbook = new(_spec, settings, samples, start);
        Minibatches both = Batch(0, 1);
        TrainingResult one = await textbook.TrainAsync(both);
        TrainingResult other = await runner.TrainAsync(both);
        Assert.Equal((one.Minibatches, one.Diverged), (other.Minibatches, other.Diverged));
        Assert.Equal(
            one.MeanLoss,
            other.MeanLoss,
            1e-7 /* a rounding of ln 2 */
        );
    }

    [Fact]
    public async Task What_the_optimizer_remembers_of_a_dead_unit_ends_at_0_and_not_among_the_denormals()
    {
        NetworkSpec spec = new(
            Shape.Vector(1),
            Loss.MeanSquaredError,
            new DenseSpec(1),
            new ActivationSpec(Activation.ReLU),
            new DenseSpec(1)
        );
        SampleSet samples = SampleSet.OfValues(Shape.Vector(1), [1], [0]);
        float[] dead = [-1, -1, 1, 0];
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            _hosts,
            spec,
            new TrainingSettings(new Momentum(0.1), 1),
            samples,
            dead
        );
        await runner.RestoreAsync(new RunnerState(dead, [1, 1, 1, 1], Updates: 1));
        Trainer trainer = new(runner, 1, seed: 1);
        for (int epoch = 0; epoch < 1200; epoch++) // 0.9 to the power of 830 is no normal number any more
        {
            await trainer.TrainEpochAsync();
        }

        RunnerState state = await runner.CopyAsync();
        Assert.Equal([0, 0], state.Slots[..2]);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused_as_by_the_textbook()
    {
        await using CompiledRunner runner = await MakeAsync(new Sgd(0.1));
        await AssertRefusedAsync(runner.TrainAsync(Batch(0, 1, 2, 3, 4)).AsTask(), "minibatch of 5 samples");
        await AssertRefusedAsync(runner.TrainAsync(Batch(8, 9, 10)).AsTask(), "sample 10");
        await AssertRefusedAsync(runner.PredictAsync(new float[3], new float[1]).AsTask(), "3 inputs");
        await AssertRefusedAsync(runner.TraceAsync(new float[4], new float[1]).AsTask(), "1 targets");
        Assert.Equal(default, await runner.TrainAsync(default));
    }

    [Fact]
    public async Task A_cancelled_training_has_done_nothing_more()
    {
        await using CompiledRunner runner = await MakeAsync(new Sgd(0.1));
        Minibatches one = Batch(0, 1);
        Assert.Equal(0, (await runner.TrainAsync(one, new CancellationToken(canceled: true))).Minibatches);
        Assert.Equal(0, (await runner.CopyAsync()).Updates);
    }

    [Fact]
    public async Task A_step_function_predicts_and_does_not_train()
    {
        NetworkSpec spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1), new ActivationSpec(Activation.Step));
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            _hosts,
            spec,
            new TrainingSettings(new Sgd(0.1), 4),
            _samples,
            new float[] { 1, -1, 0.25f }
        );
        float[] outputs = new float[2];
        await runner.PredictAsync(new float[] { 1, 1, 0, 1 }, outputs);
        Assert.Equal([1, 0], outputs);
        await Assert.ThrowsAsync<InvalidOperationException>(() => runner.TrainAsync(Batch(0)).AsTask());
    }

    [Fact]
    public void A_network_too_large_is_refused_with_the_numbers()
    {
        NetworkSpec spec = new(new Shape(1, 1000, 1000), Loss.MeanSquaredError, new FlattenSpec(), new DenseSpec(200));
        TrainingSettings settings = new(new Adam(0.1), 32);
        AssertRefused(() => NetworkCompiler.Compile(spec, settings, sampleCount: 10), "flatten", "1,074 MB", "MB of memory");
        NetworkSpec small = new(new Shape(1, 100, 100), Loss.MeanSquaredError, new FlattenSpec(), new DenseSpec(2));
        AssertRefused(
            () => NetworkCompiler.Compile(small, settings, sampleCount: 100_000),
            "100000 samples of 1×100×100",
            "take 4,000 MB"
        );
    }

    [Fact]
    public async Task The_factory_makes_the_same_runner()
    {
        TrainingSettings settings = new(new Sgd(0.1), BatchSize: 4);
        float[] parameters = Initialiser.Parameters(_spec, seed: 3);
        await using INetworkRunner runner = await new CompiledRunnerFactory(_hosts).CreateAsync(
            _spec,
            settings,
            _samples,
            parameters
        );
        Assert.Equal((_spec, settings), (runner.Spec, runner.Settings));
        Assert.Equal(parameters, (await runner.CopyAsync()).Parameters);
    }

    private ValueTask<CompiledRunner> MakeAsync(OptimizerSpec optimizer) =>
        CompiledRunner.CreateAsync(
            _hosts,
            _spec,
            new TrainingSettings(optimizer, BatchSize: 4, L2: 0.001),
            _samples,
            Initialiser.Parameters(_spec, seed: 3)
        );

    private static Minibatches Batch(params int[] samples) => new(samples, new[] { 0, samples.Length });

    private static async Task AssertRefusedAsync(Task action, string part) =>
        Assert.Contains(part, (await Assert.ThrowsAsync<ArgumentException>(() => action)).Message, StringComparison.Ordinal);
}
