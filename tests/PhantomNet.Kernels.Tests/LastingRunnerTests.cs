using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

public sealed class LastingRunnerTests : IDisposable
{
    private const int Exchanges = 54; // that the run below makes after the first, without a loss

    private static readonly NetworkSpec _spec = new(
        Shape.Vector(2),
        Loss.BinaryCrossEntropy,
        new DenseSpec(5),
        new ActivationSpec(Activation.Tanh),
        new DropoutSpec(0.2),
        new DenseSpec(1)
    );
    private static readonly SampleSet _samples = SampleSet.OfClasses(
        Shape.Vector(2),
        [.. Enumerable.Range(0, 20).Select(i => MathF.Sin(i * i))],
        [0, 1, 1, 0, 1, 0, 0, 1, 1, 0]
    );

    private readonly WasmtimeHosts _hosts = new();
    private int _recoveries;

    public void Dispose() => _hosts.Dispose();

    [Fact]
    public async Task Wherever_the_host_is_lost_the_training_ends_with_the_same_bits()
    {
        float[] undisturbed = await RunAsync(new FailingHosts(_hosts));
        Assert.Equal(0, _recoveries);
        for (int at = 1; at <= Exchanges; at += 3)
        {
            _recoveries = 0;
            FailingHosts hosts = new(_hosts, at, at + 10);
            Assert.Equal(undisturbed, await RunAsync(hosts));
            Assert.InRange(_recoveries, 1, 2);
            Assert.InRange(hosts.Started, 1 + _recoveries, 3); // one may be lost while it catches up
            Assert.Equal(0, hosts.Alive);
        }
    }

    [Fact]
    public async Task A_host_that_is_lost_again_and_again_is_given_up()
    {
        FailingHosts hosts = new(_hosts, [.. Enumerable.Range(3, 100)]);
        await using LastingRunner runner = await MakeAsync(hosts);
        Trainer trainer = new(runner, _samples.Count, seed: 1);
        await Assert.ThrowsAsync<KernelHostLostException>(async () =>
        {
            for (int epoch = 0; epoch < 10; epoch++)
            {
                await trainer.TrainEpochAsync();
            }
        });
        Assert.InRange(hosts.Started, 3, 5);
    }

    // Trains, looks, goes back and trains on, as a lesson does; minibatches lie in arrays that are used again.
    private async Task<float[]> RunAsync(FailingHosts hosts)
    {
        await using LastingRunner runner = await MakeAsync(hosts);
        Trainer trainer = new(runner, _samples.Count, seed: 1);
        TrainerSnapshot? early = null;
        for (int i = 0; i < 24; i++)
        {
            await trainer.TrainAsync(minibatches: 1 + (i % 5));
            if (i % 7 == 3)
            {
                early ??= await trainer.CopyAsync();
                await runner.PredictAsync(_samples.Inputs, new float[_samples.Count]);
            }
        }

        await trainer.RestoreAsync(early!);
        for (int i = 0; i < 24; i++)
        {
            await trainer.TrainAsync(minibatches: 3);
        }

        return (await runner.CopyAsync()).Parameters;
    }

    private ValueTask<LastingRunner> MakeAsync(FailingHosts hosts) =>
        LastingRunner.CreateAsync(
            async parameters =>
                await CompiledRunner.CreateAsync(
                    hosts,
                    _spec,
                    new TrainingSettings(new Adam(0.02), BatchSize: 4),
                    _samples,
                    parameters
                ),
            Initialiser.Parameters(_spec, seed: 1),
            () => _recoveries++
        );
}
