using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The trained model, and the same network as it would start a training: weights drawn at random, biases zero.</summary>
public sealed class LearnedNetworks
{
    /// <summary>Decides the untrained network's weights.</summary>
    public const int UntrainedSeed = 4;

    /// <summary>Builds both.</summary>
    /// <exception cref="ArgumentException">The model isn't made of the three blocks that this step is about.</exception>
    public LearnedNetworks(TrainedModel model)
    {
        if (!InnerUnits.Fits(model.Spec))
        {
            throw new ArgumentException($"The model is {model.Spec}; step 4 needs three blocks of 8, 16 and 32 filters.");
        }

        Model = model;
        Trained = model.Build();
        Untrained = new Network(model.Spec);
        Initialiser.Parameters(model.Spec, UntrainedSeed).CopyTo(Untrained.Parameters);
    }

    /// <summary>The model, with its record.</summary>
    public TrainedModel Model { get; }

    /// <summary>With its learned weights.</summary>
    public Network Trained { get; }

    /// <summary>With random weights.</summary>
    public Network Untrained { get; }
}
