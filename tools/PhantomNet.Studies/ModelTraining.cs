using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;
using PhantomNet.Wasmtime;

namespace PhantomNet.Studies;

/// <summary>
/// Trains the model that comes with the course, compiled, and writes its file; the same recipe gives the same bytes. Its figures are the
/// textbook engine's, as whoever loads it can get them.
/// </summary>
internal static class ModelTraining
{
    public static async Task RunAsync(ModelRecipe recipe, TextWriter output, string path)
    {
        NetworkSpec spec = ModelRecipe.Spec;
        output.WriteLine($"{spec}: {spec.ParameterCount} parameters, {spec.MultiplyAdds} multiply-adds.");
        PhantomSet set = PhantomSetBuilder.Make(recipe.Set);
        output.WriteLine($"{set.Training.Count} + {set.Validation.Count} + {set.Test.Count} patients made.");
        (float[] parameters, int keptEpoch, double validationLoss) = await TrainAsync(recipe, set, output);
        float[] stored = [.. parameters.Select(value => (float)(Half)value)];
        (AucEstimate auc, ConfusionMatrix calls) = await TestAsync(recipe, set.Test, stored);
        TrainingRecord record = new(
            recipe.Set.Seed,
            recipe.Set.NoiseSeed,
            recipe.Set.TrainingCount,
            recipe.Set.ValidationCount,
            recipe.Set.TestCount,
            recipe.Set.PneumoniaShare,
            set.Mean,
            set.StandardDeviation
        )
        {
            TrainingSeed = recipe.Seed,
            Optimizer = recipe.Training.Optimizer.Name,
            LearningRate = recipe.Training.Optimizer.LearningRate,
            BatchSize = recipe.Training.BatchSize,
            L2 = recipe.Training.L2,
            Dropout = ModelRecipe.Dropout,
            Epochs = recipe.Epochs,
            KeptEpoch = keptEpoch,
            ValidationLoss = validationLoss,
            TestAuc = auc,
            TestCalls = calls,
        };
        ConfidenceInterval interval = auc.Interval();
        output.WriteLine(
            $"Epoch {keptEpoch} kept. Test: AUC {auc.Area:F4} ({interval.Low:F4}–{interval.High:F4}), accuracy {calls.Accuracy:F3}, "
                + $"sensitivity {calls.Sensitivity:F3}, specificity {calls.Specificity:F3}; {calls}."
        );
        byte[] bytes = new TrainedModel(spec, stored, record).ToBytes();
        await File.WriteAllBytesAsync(path, bytes);
        output.WriteLine($"{path}: {bytes.Length} bytes.");
    }

    // Keeps the weights of the epoch with the least loss on the validation patients.
    private static async Task<(float[] Parameters, int Epoch, double Loss)> TrainAsync(
        ModelRecipe recipe,
        PhantomSet set,
        TextWriter output
    )
    {
        using WasmtimeHosts hosts = new();
        await using INetworkRunner runner = await RunnerAsync(
            new CompiledRunnerFactory(hosts),
            recipe,
            set.Training,
            Initialiser.Parameters(ModelRecipe.Spec, recipe.Seed)
        );
        Trainer trainer = new(runner, set.Training.Count, recipe.Seed);
        (float[] Parameters, int Epoch, double Loss) best = ([], 0, double.PositiveInfinity);
        while (trainer.Epoch < recipe.Epochs && !trainer.HasDiverged)
        {
            TrainingResult result = await trainer.TrainEpochAsync();
            float[] outputs = await PredictAsync(runner, set.Validation);
            double loss = MeanLoss(outputs, set.Validation.Labels);
            double auc = AucEstimate.From(Scores(outputs), set.Validation.Labels).Area;
            output.WriteLine(
                $"Epoch {trainer.Epoch}: training loss {result.MeanLoss:F4}, validation loss {loss:F4}, AUC {auc:F4}."
            );
            if (loss < best.Loss)
            {
                best = ((await runner.CopyAsync()).Parameters, trainer.Epoch, loss);
            }
        }

        return trainer.HasDiverged ? throw new InvalidOperationException("The training has diverged; lower its rate.") : best;
    }

    private static async Task<(AucEstimate Auc, ConfusionMatrix Calls)> TestAsync(
        ModelRecipe recipe,
        LabelledImages test,
        float[] parameters
    )
    {
        await using INetworkRunner runner = await RunnerAsync(new TextbookRunnerFactory(), recipe, test, parameters);
        float[] scores = Scores(await PredictAsync(runner, test));
        return (AucEstimate.From(scores, test.Labels), ConfusionMatrix.At(scores, test.Labels, threshold: 0));
    }

    private static ValueTask<INetworkRunner> RunnerAsync(
        INetworkRunnerFactory runners,
        ModelRecipe recipe,
        LabelledImages images,
        float[] parameters
    ) =>
        runners.CreateAsync(
            ModelRecipe.TrainingSpec,
            recipe.Training,
            SampleSet.OfClasses(ModelRecipe.Spec.Input, images.Inputs, images.Labels),
            parameters
        );

    private static async Task<float[]> PredictAsync(INetworkRunner runner, LabelledImages images)
    {
        float[] outputs = new float[images.Count * runner.Spec.Output.Length];
        await runner.PredictAsync(images.Inputs, outputs);
        return outputs;
    }

    private static double MeanLoss(float[] outputs, int[] labels) =>
        ModelRecipe.Spec.Loss.Evaluate(
            outputs,
            [.. labels.Select(label => (float)label)],
            new float[outputs.Length],
            labels.Length
        );

    private static float[] Scores(float[] outputs) => TrainedModel.Margins(outputs);
}
