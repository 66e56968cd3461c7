using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

public sealed class LookingFirstTests : IAsyncLifetime
{
    private static readonly NetworkSpec _spec = PointsCase.Spec;
    private static readonly SampleSet _samples = PointsCase.Samples;

    private readonly WasmtimeHosts _inner = new();
    private FailingHosts _hosts = null!; // none of which fails
    private CompiledRunner _usual = null!;
    private CompiledRunner _looking = null!;

    public async ValueTask InitializeAsync()
    {
        _hosts = new FailingHosts(_inner);
        _usual = await MakeAsync(_inner, looksFirst: false);
        _looking = await MakeAsync(_hosts, looksFirst: true);
    }

    public async ValueTask DisposeAsync()
    {
        await _usual.DisposeAsync();
        await _looking.DisposeAsync();
        _inner.Dispose();
    }

    [Fact]
    public async Task Who_only_looks_has_one_host()
    {
        await new Trainer(_usual, _samples.Count, seed: 1).TrainEpochAsync();
        RunnerState moved = await _usual.CopyAsync();
        Assert.NotEqual(await LossAsync(_usual), await LossAsync(_looking));
        await _looking.RestoreAsync(moved);
        AssertSame(moved, await _looking.CopyAsync());
        Assert.Equal(await LossAsync(_usual), await LossAsync(_looking));
        Assert.Equal(1, _hosts.Started);
        await _looking.DisposeAsync();
        Assert.Equal(0, _hosts.Alive);
    }

    [Fact]
    public async Task Asked_to_train_it_starts_from_its_first_state_as_others_do()
    {
        AssertSame(await _usual.CopyAsync(), await _looking.CopyAsync());
        await AssertTrainAlikeAsync();
    }

    [Fact]
    public async Task Asked_to_train_it_starts_from_what_was_restored_as_others_do()
    {
        await new Trainer(_usual, _samples.Count, seed: 1).TrainEpochAsync();
        await _looking.RestoreAsync(await _usual.CopyAsync());
        await AssertTrainAlikeAsync();
        Assert.Equal(await LossAsync(_usual), await LossAsync(_looking));
        Assert.Equal(2, _hosts.Started);
        await _looking.DisposeAsync();
        Assert.Equal(0, _hosts.Alive);
    }

    [Fact]
    public async Task Asked_to_predict_it_has_the_parameters_that_it_looks_with()
    {
        RunnerState moved = await _usual.CopyAsync();
        moved = new RunnerState([.. moved.Parameters.Select(parameter => 2 * parameter)], [], 0);
        float[] expected = new float[_samples.Count];
        float[] actual = new float[_samples.Count];
        await _usual.RestoreAsync(moved);
        await _looking.RestoreAsync(moved);
        await _usual.PredictAsync(_samples.Inputs, expected);
        await _looking.PredictAsync(_samples.Inputs, actual);
        Assert.Equal(expected, actual);
    }

    private async Task AssertTrainAlikeAsync()
    {
        await new Trainer(_usual, _samples.Count, seed: 2).TrainEpochAsync();
        await new Trainer(_looking, _samples.Count, seed: 2).TrainEpochAsync();
        AssertSame(await _usual.CopyAsync(), await _looking.CopyAsync());
    }

    private static ValueTask<CompiledRunner> MakeAsync(IKernelHostFactory hosts, bool looksFirst) =>
        CompiledRunner.CreateAsync(
            hosts,
            _spec,
            new TrainingSettings(new Adam(0.02), BatchSize: 4),
            _samples,
            Initialiser.Parameters(_spec, seed: 3),
            looksFirst: looksFirst
        );

    private static async Task<double> LossAsync(CompiledRunner runner) =>
        (await runner.TraceAsync(_samples.Inputs, _samples.Targets)).Loss;

    private static void AssertSame(RunnerState expected, RunnerState actual)
    {
        Assert.Equal(expected.Parameters, actual.Parameters);
        Assert.Equal(expected.Slots, actual.Slots);
        Assert.Equal(expected.Updates, actual.Updates);
    }
}
