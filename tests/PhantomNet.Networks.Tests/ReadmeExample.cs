using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Tests;

/// <summary>The example of the README, here so that it compiles and runs.</summary>
internal static class ReadmeExample
{
    public static async Task RunAsync(TextWriter output)
    {
        // README: begin
        SampleSet xor = SampleSet.OfClasses(Shape.Vector(2), [0, 0, 0, 1, 1, 0, 1, 1], labels: [0, 1, 1, 0]);
        LayerSpec[] layers = [new DenseSpec(4), new ActivationSpec(Activation.Tanh), new DenseSpec(1)];
        NetworkSpec spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, layers);
        TrainingSettings settings = new(new Sgd(LearningRate: 0.5), BatchSize: 4);
        TextbookRunner runner = new(spec, settings, xor, Initialiser.Parameters(spec, seed: 7));
        Trainer trainer = new(runner, xor.Count, seed: 7);
        output.WriteLine($"{spec}: {spec.ParameterCount} parameters, {spec.MultiplyAdds} multiply-adds");
        while (trainer.Epoch < 1000)
            await trainer.TrainEpochAsync();
        float[] logits = new float[xor.Count];
        await runner.PredictAsync(xor.Inputs, logits);
        output.WriteLine(string.Join("  ", logits.Select(z => $"{Activations.Sigmoid(z):F2}")));
        // README: end
    }
}
