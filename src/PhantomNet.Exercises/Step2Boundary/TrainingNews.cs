using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>What happens in training that looks like a fault of the program and isn't.</summary>
public static class TrainingNews
{
    /// <summary>Sentences, none where nothing needs to be said.</summary>
    public static IEnumerable<string> Of(Experiment experiment)
    {
        if (experiment.Trainer.HasDiverged)
        {
            yield return $"Training diverged in epoch {experiment.Trainer.Epoch + 1}: the next update would not be a finite number, so it "
                + "was not made. Lower the learning rate, or go back to an earlier epoch.";
        }

        if (experiment.Trainer.Epoch >= Experiment.MaxEpochs)
        {
            yield return $"Training rests after {Experiment.MaxEpochs:N0} epochs. Go back to an earlier epoch, or start again.";
        }

        IReadOnlyList<NeuronPlace> dead = DeadNeurons(experiment);
        if (dead.Count > 0)
        {
            string names =
                string.Join(", ", dead.Take(3).Select(neuron => neuron.Name)) + (dead.Count > 3 ? " and others" : "");
            yield return $"Dead: {names}. Off at every training point, so no gradient passes through: only L2 and what the optimizer "
                + "remembers still move the incoming weights. New weights or a smaller learning rate may avoid it; a leaky ReLU can’t die.";
        }
    }

    /// <summary>Hidden ReLU neurons whose activation is 0 at every training point.</summary>
    public static IReadOnlyList<NeuronPlace> DeadNeurons(Experiment experiment)
    {
        List<NeuronPlace> dead = [];
        NetworkSpec spec = experiment.Shown.Spec;
        if (!spec.Layers.Contains(new ActivationSpec(Activation.ReLU)))
        {
            return dead;
        }

        experiment.ForwardTrain();
        for (int layer = 0; layer < spec.Layers.Count / 2; layer++)
        {
            ReadOnlySpan<float> activations = experiment.Shown.OutputOf((2 * layer) + 1);
            int neurons = spec.OutputOf(2 * layer).Length;
            for (int neuron = 0; neuron < neurons; neuron++)
            {
                if (IsOffEverywhere(activations, neurons, neuron))
                {
                    dead.Add(new NeuronPlace(layer, neuron));
                }
            }
        }

        return dead;
    }

    private static bool IsOffEverywhere(ReadOnlySpan<float> activations, int neurons, int neuron)
    {
        for (int i = neuron; i < activations.Length; i += neurons)
        {
            if (activations[i] > 0)
            {
                return false;
            }
        }

        return true;
    }
}
