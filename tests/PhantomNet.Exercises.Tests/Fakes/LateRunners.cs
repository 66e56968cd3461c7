using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>
/// Runners that are made at their first training, as those are that are compiled: it takes three seconds of the test's clock, and
/// each minibatch as long as any other.
/// </summary>
internal sealed class LateRunners : INetworkRunnerFactory
{
    public const double MsPerMinibatch = 8;

    private const double MsToMake = 3000;

    /// <summary>The clock that is turned.</summary>
    public FakeFrames? Clock { get; set; }

    public ValueTask<INetworkRunner> CreateAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters
    ) => new(new Late(this, new TextbookRunner(spec, settings, train, parameters)));

    private sealed class Late(LateRunners owner, TextbookRunner runner) : INetworkRunner
    {
        private bool _isMade;

        public NetworkSpec Spec => runner.Spec;

        public TrainingSettings Settings => runner.Settings;

        public string Engine => _isMade ? "late" : runner.Engine;

        public async ValueTask<TrainingResult> TrainAsync(Minibatches minibatches, CancellationToken cancellation = default)
        {
            TrainingResult result = await runner.TrainAsync(minibatches, cancellation);
            owner.Clock!.NowMs += (_isMade ? 0 : MsToMake) + (result.Minibatches * MsPerMinibatch);
            _isMade = true;
            return result;
        }

        public ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
            runner.PredictAsync(inputs, outputs);

        public ValueTask<BatchTrace> TraceAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets) =>
            runner.TraceAsync(inputs, targets);

        public ValueTask<RunnerState> CopyAsync() => runner.CopyAsync();

        public ValueTask RestoreAsync(RunnerState state) => runner.RestoreAsync(state);

        public ValueTask DisposeAsync() => runner.DisposeAsync();
    }
}
