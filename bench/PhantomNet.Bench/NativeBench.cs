using System.Diagnostics;
using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Bench;

/// <summary>How many samples compiled networks train on, and read, in a second, under Wasmtime on one thread.</summary>
internal static class NativeBench
{
    private const int Rounds = 40;
    private const double RoundMs = 20; // short, so that some are not disturbed by what else runs

    public static async Task RunAsync(TextWriter output)
    {
        output.WriteLine("| network | batch | bytes | compiling, ms | trained a second, best (median) | predicted a second |");
        output.WriteLine("|---|---:|---:|---:|---:|---:|");
        foreach ((NetworkSpec spec, int batch, int samples) in CompiledCases.All())
        {
            output.WriteLine($"| {spec} | {batch} | {await MeasureAsync(spec, batch, samples)} |");
        }
    }

    private static async Task<string> MeasureAsync(NetworkSpec spec, int batch, int count)
    {
        SampleSet samples = CompiledCases.Draw(spec, count);
        TrainingSettings settings = new(new Momentum(0.01), batch);
        NetworkModule module = NetworkCompiler.Compile(spec, settings, count);
        Stopwatch watch = Stopwatch.StartNew();
        NetworkCompiler.Compile(spec, settings, count);
        double compiling = watch.Elapsed.TotalMilliseconds;
        using WasmtimeHosts hosts = new();
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            hosts,
            spec,
            settings,
            samples,
            Initialiser.Parameters(spec, seed: 1)
        );
        Trainer trainer = new(runner, count, seed: 1);
        float[] outputs = new float[count * spec.Output.Length];
        List<double> trained = [];
        List<double> predicted = [];
        for (int round = 0; round < Rounds; round++)
        {
            trained.Add(await RateAsync(count, async () => await trainer.TrainEpochAsync()));
            predicted.Add(await RateAsync(count, async () => await runner.PredictAsync(samples.Inputs, outputs)));
        }

        return $"{module.Bytes.Length:N0} | {compiling:F1} | {trained.Max():N0} ({Median(trained):N0}) | "
            + $"{predicted.Max():N0} ({Median(predicted):N0})";
    }

    private static async Task<double> RateAsync(int count, Func<Task> run)
    {
        long done = 0;
        Stopwatch watch = Stopwatch.StartNew();
        while (watch.Elapsed.TotalMilliseconds < RoundMs)
        {
            await run();
            done += count;
        }

        return done / watch.Elapsed.TotalSeconds;
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
