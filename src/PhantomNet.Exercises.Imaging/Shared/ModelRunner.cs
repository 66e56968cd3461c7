using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>
/// A network that isn't trained but asked, with one set of parameters or another, one question at a time. Sets are told apart by their
/// arrays, whose numbers are not to be changed.
/// </summary>
public sealed class ModelRunner : IDisposable
{
    private readonly Task<INetworkRunner> _runner;
    private float[] _present;

    /// <summary>Has it made at once, so that what it needs arrives while the first image is taken.</summary>
    /// <param name="runners">Make what runs it.</param>
    /// <param name="spec">The network.</param>
    /// <param name="parameters">What it starts from.</param>
    public ModelRunner(INetworkRunnerFactory runners, NetworkSpec spec, float[] parameters)
    {
        _present = parameters;
        // It wants samples to train on, and will see none of them.
        float[] nothing = new float[spec.Input.Length];
        SampleSet sample =
            spec.Loss == Loss.MeanSquaredError
                ? SampleSet.OfValues(spec.Input, nothing, new float[spec.Output.Length], spec.Output.Length)
                : SampleSet.OfClasses(spec.Input, nothing, [0], spec.ClassCount());
        _runner = runners.CreateAsync(spec, new TrainingSettings(new Sgd(1), 1), sample, parameters).AsTask();
    }

    /// <summary>What leaves each layer, of one image: [layer][length].</summary>
    public async ValueTask<float[][]> OutputsAsync(float[] parameters, float[] image) =>
        (await (await WithAsync(parameters)).TraceAsync(image, default)).Outputs;

    /// <summary>One image there and back, with everything on the way.</summary>
    public async ValueTask<BatchTrace> TraceAsync(float[] parameters, float[] image, int label) =>
        await (await WithAsync(parameters)).TraceAsync(image, new float[] { label });

    /// <summary>The last layer's outputs: [images, length].</summary>
    public async ValueTask<float[]> PredictAsync(float[] parameters, ReadOnlyMemory<float> images)
    {
        INetworkRunner runner = await WithAsync(parameters);
        float[] outputs = new float[images.Length / runner.Spec.Input.Length * runner.Spec.Output.Length];
        await runner.PredictAsync(images, outputs);
        return outputs;
    }

    /// <summary>Frees what runs it as soon as the answer under way is there, for which nobody has to wait.</summary>
    public void Dispose() => _ = FreeAsync();

    private async Task FreeAsync() => await (await _runner).DisposeAsync();

    private async ValueTask<INetworkRunner> WithAsync(float[] parameters)
    {
        INetworkRunner runner = await _runner;
        if (parameters != _present)
        {
            await runner.RestoreAsync(new RunnerState(parameters, [], 0));
            _present = parameters;
        }

        return runner;
    }
}
