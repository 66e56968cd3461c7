using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The trained model, and the same network as it would start a training: weights drawn at random, biases zero.</summary>
public sealed class LearnedNetworks : IDisposable
{
    /// <summary>Decides the untrained network's weights.</summary>
    public const int UntrainedSeed = 4;

    private readonly ModelRunner _runner;
    private readonly float[] _untrained;
    private (int Unit, float[] Parameters)? _silenced;

    /// <summary>Builds both.</summary>
    /// <exception cref="ArgumentException">The model isn't made of the three blocks that this step is about.</exception>
    public LearnedNetworks(TrainedModel model, INetworkRunnerFactory runners)
    {
        if (!InnerUnits.Fits(model.Spec))
        {
            throw new ArgumentException($"The model is {model.Spec}; step 4 needs three blocks of 8, 16 and 32 filters.");
        }

        Model = model;
        _untrained = Initialiser.Parameters(model.Spec, UntrainedSeed);
        _runner = new ModelRunner(runners, model.Spec, model.Parameters);
    }

    /// <summary>The model, with its record.</summary>
    public TrainedModel Model { get; }

    /// <summary>What leaves each layer of the trained network.</summary>
    public ValueTask<float[][]> TrainedAsync(float[] input) => _runner.OutputsAsync(Model.Parameters, input);

    /// <summary>What leaves each layer of the untrained one.</summary>
    public ValueTask<float[][]> UntrainedAsync(float[] input) => _runner.OutputsAsync(_untrained, input);

    /// <summary>The trained network's answers, [patients, 2], with a unit silenced.</summary>
    public ValueTask<float[]> SilencedAsync(int unit, float[] inputs)
    {
        if (_silenced?.Unit != unit)
        {
            _silenced = (unit, InnerUnits.Silenced(Model.Spec, Model.Parameters, unit));
        }

        return _runner.PredictAsync(_silenced.Value.Parameters, inputs);
    }

    /// <inheritdoc/>
    public void Dispose() => _runner.Dispose();
}
