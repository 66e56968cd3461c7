using PhantomNet.App.Kernels;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Tests.Kernels;

public sealed class WarmingRunnerTests
{
    private static readonly NetworkSpec _spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1));
    private static readonly SampleSet _samples = SampleSet.OfClasses(Shape.Vector(2), [1, 2, -1, 0.5f], [0, 1]);
    private static readonly TrainingSettings _settings = new(new Momentum(0.1), BatchSize: 1);
    private static readonly float[] _first = [0.5f, -0.5f, 0.25f];

    private static readonly int[] _order = [1];
    private static readonly int[] _bounds = [0, 1];
    private static readonly Minibatches _one = new(_order, _bounds);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private readonly List<float[]> _compiled = [];
    private bool? _looksFirst; // of the last that was compiled

    [Fact]
    public async Task Looks_are_answered_without_compiling_and_training_starts_from_what_was_restored()
    {
        await using WarmingRunner runner = Make(canCompile: true);
        await runner.PredictAsync(_samples.Inputs, new float[2]);
        await runner.TraceAsync(_samples.Inputs, _samples.Targets);
        RunnerState moved = new([1, 2, 3], [4, 5, 6], Updates: 7);
        await runner.RestoreAsync(moved);
        Assert.Empty(_compiled);

        await using TextbookRunner reference = new(_spec, _settings, _samples, _first);
        await reference.RestoreAsync(moved);
        Assert.Equal(await reference.TrainAsync(_one, Cancellation), await runner.TrainAsync(_one, Cancellation));
        Assert.Equal([1, 2, 3], Assert.Single(_compiled));
        Assert.False(_looksFirst);
        Assert.Equal((await reference.CopyAsync()).Parameters, (await runner.CopyAsync()).Parameters);
        Assert.Equal((await reference.CopyAsync()).Slots, (await runner.CopyAsync()).Slots);

        BatchTrace expected = await reference.TraceAsync(_samples.Inputs, _samples.Targets);
        Assert.Equal(expected.Loss, (await runner.TraceAsync(_samples.Inputs, _samples.Targets)).Loss);
    }

    [Fact]
    public async Task Long_predictions_are_worth_a_compilation()
    {
        await using WarmingRunner runner = Make(canCompile: true);
        float[] inputs = new float[2 * 5_000_000];
        float[] outputs = new float[5_000_000];
        await runner.PredictAsync(inputs, outputs);
        Assert.Empty(_compiled);
        await runner.PredictAsync(inputs, outputs);
        await runner.PredictAsync(inputs, outputs);
        Assert.Single(_compiled);
        Assert.Equal("compiled", runner.Engine);
    }

    [Fact]
    public async Task A_look_that_takes_longer_than_a_frame_is_worth_a_compilation_at_once()
    {
        await using WarmingRunner runner = Make(canCompile: true);
        const int samples = 600_000;
        BatchTrace trace = await runner.TraceAsync(new float[2 * samples], default);
        Assert.Equal(_first, Assert.Single(_compiled));
        Assert.True(_looksFirst);
        Assert.Equal((samples, "compiled"), (trace.Outputs[0].Length, runner.Engine));
    }

    [Fact]
    public async Task Where_nothing_can_be_compiled_the_textbook_engine_trains()
    {
        await using WarmingRunner runner = Make(canCompile: false);
        await runner.TrainAsync(_one, Cancellation);
        Assert.Equal(("textbook C#", 1L), (runner.Engine, (await runner.CopyAsync()).Updates));
    }

    private WarmingRunner Make(bool canCompile) =>
        new(
            new TextbookRunner(_spec, _settings, _samples, _first),
            (parameters, looksFirst) =>
            {
                _compiled.Add(parameters);
                _looksFirst = looksFirst;
                return Task.FromResult<INetworkRunner?>(
                    canCompile ? new Named(new TextbookRunner(_spec, _settings, _samples, parameters)) : null
                );
            }
        );

    private sealed class Named(TextbookRunner runner) : INetworkRunner
    {
        public NetworkSpec Spec => runner.Spec;

        public TrainingSettings Settings => runner.Settings;

        public string Engine => "compiled";

        public ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default) =>
            runner.TrainAsync(minibatches, cancellation);

        public ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
            runner.PredictAsync(inputs, outputs);

        public ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets) =>
            runner.TraceAsync(inputs, targets);

        public ValueTask<RunnerState> CopyAsync() => runner.CopyAsync();

        public ValueTask RestoreAsync(RunnerState state) => runner.RestoreAsync(state);

        public ValueTask DisposeAsync() => runner.DisposeAsync();
    }
}
