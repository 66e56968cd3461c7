using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Studies;

/// <summary>Trains a network to tell pneumonia from normal and judges it.</summary>
internal static class Classifier
{
    /// <summary>
    /// Trains on the training images for so many epochs, keeps the weights of the epoch that ranks the validation images best, and gives its AUC on the test
    /// images, which nothing was chosen by.
    /// </summary>
    public static async Task<(AucEstimate Test, int BestEpoch)> TrainAsync(
        NetworkSpec spec,
        PhantomSet set,
        TrainingSettings settings,
        int epochs,
        int seed
    )
    {
        SampleSet training = SampleSet.OfClasses(spec.Input, set.Training.Inputs, set.Training.Labels);
        await using TextbookRunner runner = new(spec, settings, training, Initialiser.Parameters(spec, seed));
        Trainer trainer = new(runner, training.Count, seed);
        AucEstimate best = default;
        AucEstimate test = default;
        int bestEpoch = 0;
        while (trainer.Epoch < epochs && !trainer.HasDiverged)
        {
            await trainer.TrainEpochAsync();
            AucEstimate validation = await JudgeAsync(runner, set.Validation);
            if (validation.Area > best.Area)
            {
                best = validation;
                bestEpoch = trainer.Epoch;
                test = await JudgeAsync(runner, set.Test);
            }
        }

        return (test, bestEpoch);
    }

    private static async Task<AucEstimate> JudgeAsync(TextbookRunner runner, LabelledImages images)
    {
        float[] logits = new float[images.Count];
        await runner.PredictAsync(images.Inputs, logits);
        return AucEstimate.From(logits, images.Labels);
    }
}
