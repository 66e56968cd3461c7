using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Runners;

/// <summary>What every runner refuses, in the same words, whatever computes behind it.</summary>
internal static class RunnerRules
{
    public static void CheckFit(NetworkSpec spec, TrainingSettings settings, SampleSet train)
    {
        settings.Check(spec);
        if (train.Shape != spec.Input)
        {
            throw new ArgumentException($"The samples have the shape {train.Shape}; the network takes {spec.Input}.");
        }

        spec.Loss.CheckSamples(train, spec.Output);
    }

    public static void CheckTrainable(NetworkSpec spec)
    {
        if (!spec.IsTrainable)
        {
            throw new InvalidOperationException(
                "This network has a step function, whose gradient is 0 wherever it exists: no update would change it. "
                    + "Train with another activation."
            );
        }
    }

    public static void CheckParameters(NetworkSpec spec, ReadOnlySpan<float> parameters)
    {
        if (parameters.Length != spec.ParameterCount)
        {
            throw new ArgumentException(
                $"{parameters.Length} parameters were given; the network {spec} has {spec.ParameterCount}."
            );
        }

        if (!AllFinite(parameters))
        {
            throw new ArgumentException($"A parameter of the network {spec} is not finite; training can't start from it.");
        }
    }

    public static void CheckSamples(ReadOnlySpan<int> samples, TrainingSettings settings, int count)
    {
        int most = Math.Min(settings.BatchSize, count);
        if (samples.IsEmpty || samples.Length > most)
        {
            throw new ArgumentException($"A minibatch of {samples.Length} samples was given; this runner takes 1 to {most}.");
        }

        foreach (int sample in samples)
        {
            if (sample < 0 || sample >= count)
            {
                throw new ArgumentException(
                    $"A minibatch names sample {sample}; the runner was made with {count}, from 0 to {count - 1}."
                );
            }
        }
    }

    /// <summary>How many samples these inputs are, with room for as many outputs.</summary>
    public static int CountPredictions(NetworkSpec spec, int inputs, int outputs)
    {
        int count = inputs / spec.Input.Length;
        return inputs % spec.Input.Length == 0 && outputs == count * spec.Output.Length
            ? count
            : throw new ArgumentException(
                $"{inputs} inputs and room for {outputs} outputs were given; this network takes {spec.Input.Length} and "
                    + $"gives {spec.Output.Length} for each sample."
            );
    }

    /// <summary>How many samples these inputs are, with a target for each or none at all.</summary>
    public static int CountTraced(NetworkSpec spec, TrainingSettings settings, int inputs, ReadOnlySpan<float> targets)
    {
        int count = inputs / spec.Input.Length;
        int targetLength = spec.Loss.TargetLength(spec.Output.Length);
        if (count < 1 || inputs != count * spec.Input.Length || (!targets.IsEmpty && targets.Length != count * targetLength))
        {
            throw new ArgumentException(
                $"{inputs} inputs and {targets.Length} targets were given; this network takes {spec.Input.Length} and "
                    + $"{targetLength} for each of at least 1 sample."
            );
        }

        if (spec.Loss == Loss.SoftmaxCrossEntropy || settings.ClassWeights is not null)
        {
            foreach (float target in targets)
            {
                LossFunctions.Label(target, spec.ClassCount());
            }
        }

        return count;
    }

    public static bool AllFinite(ReadOnlySpan<float> values)
    {
        foreach (float value in values)
        {
            if (!float.IsFinite(value))
            {
                return false;
            }
        }

        return true;
    }
}
