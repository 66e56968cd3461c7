using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>Textbook runners whose every answer waits until the test lets it through, as an engine on another thread's does.</summary>
internal sealed class HeldRunners : INetworkRunnerFactory
{
    private readonly Queue<TaskCompletionSource> _held = [];

    /// <summary>Runners made and not disposed of.</summary>
    public int Alive { get; private set; }

    public async ValueTask<INetworkRunner> CreateAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters
    )
    {
        await HoldAsync();
        Alive++;
        return new Held(this, new TextbookRunner(spec, settings, train, parameters));
    }

    /// <summary>Lets the oldest answer through; false where none waits.</summary>
    public bool Release()
    {
        bool any = _held.TryDequeue(out TaskCompletionSource? oldest);
        oldest?.SetResult();
        return any;
    }

    /// <summary>Lets everything through, also what is asked for meanwhile.</summary>
    public void ReleaseAll()
    {
        while (Release()) { }
    }

    private Task HoldAsync()
    {
        TaskCompletionSource held = new();
        _held.Enqueue(held);
        return held.Task;
    }

    private sealed class Held(HeldRunners owner, TextbookRunner runner) : INetworkRunner
    {
        private bool _isBusy;
        private bool _isGone;

        public NetworkSpec Spec => runner.Spec;

        public TrainingSettings Settings => runner.Settings;

        public string Engine => runner.Engine;

        public ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default) =>
            AloneAsync(() => runner.TrainAsync(minibatches, cancellation));

        public async ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
            await AloneAsync(async () =>
            {
                await runner.PredictAsync(inputs, outputs);
                return 0;
            });

        public ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets) =>
            AloneAsync(() => runner.TraceAsync(inputs, targets));

        public ValueTask<RunnerState> CopyAsync() => AloneAsync(runner.CopyAsync);

        public async ValueTask RestoreAsync(RunnerState state) =>
            await AloneAsync(async () =>
            {
                await runner.RestoreAsync(state);
                return 0;
            });

        public ValueTask DisposeAsync()
        {
            Assert.False(_isGone || _isBusy, "A runner was disposed of twice or at work.");
            _isGone = true;
            owner.Alive--;
            return ValueTask.CompletedTask;
        }

        private async ValueTask<T> AloneAsync<T>(Func<ValueTask<T>> call)
        {
            Assert.False(_isBusy, "A runner takes one call at a time.");
            Assert.False(_isGone, "A runner was called after it was disposed of.");
            _isBusy = true;
            await owner.HoldAsync();
            T result = await call();
            _isBusy = false;
            return result;
        }
    }
}
