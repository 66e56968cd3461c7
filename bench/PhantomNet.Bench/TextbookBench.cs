using System.Diagnostics;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Bench;

/// <summary>How many images the textbook engine trains on, and reads, in a second, natively and on one thread.</summary>
internal static class TextbookBench
{
    private const int Samples = 1024;
    private const int Rounds = 15;

    public static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("| network | multiply-adds | trained a second | predicted a second |");
        output.WriteLine("|---|---:|---:|---:|");
        foreach (Padding padding in new[] { Padding.Valid, Padding.Same })
        {
            NetworkSpec spec = new(
                new Shape(1, 28, 28),
                Loss.SoftmaxCrossEntropy,
                new ConvolutionSpec(8, 3, 1, padding),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new ConvolutionSpec(16, 3, 1, padding),
                new ActivationSpec(Activation.ReLU),
                new MaxPoolingSpec(2),
                new FlattenSpec(),
                new DenseSpec(2)
            );
            output.WriteLine($"| {spec} | {spec.MultiplyAdds:N0} | {await MeasureAsync(spec)} |");
        }
    }

    private static async Task<string> MeasureAsync(NetworkSpec spec)
    {
        float[] images = [.. Enumerable.Range(0, Samples * spec.Input.Length).Select(i => MathF.Sin(i * 0.7f))];
        SampleSet samples = SampleSet.OfClasses(spec.Input, images, [.. Enumerable.Range(0, Samples).Select(n => n % 2)]);
        TrainingSettings settings = new(new Adam(0.001), BatchSize: 32);
        await using TextbookRunner runner = new(spec, settings, samples, Initialiser.Parameters(spec, seed: 1));
        Trainer trainer = new(runner, Samples, seed: 1);
        float[] outputs = new float[Samples * spec.Output.Length];
        List<double> trained = [];
        List<double> predicted = [];
        for (int round = 0; round < Rounds; round++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            await trainer.TrainEpochAsync();
            trained.Add(Samples / watch.Elapsed.TotalSeconds);
            watch.Restart();
            await runner.PredictAsync(samples.Inputs, outputs);
            predicted.Add(Samples / watch.Elapsed.TotalSeconds);
        }

        // The first rounds run before the code is optimised.
        return $"{Median(trained[5..]):N0} | {Median(predicted[5..]):N0}";
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
