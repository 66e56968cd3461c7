using Microsoft.Playwright;
using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Bench;

/// <summary>How many samples compiled networks train on, and read, in a second in a browser, on the page's own thread.</summary>
internal static class CompiledBench
{
    // Many short rounds: some of them are not disturbed by what else runs. A browser's clock is coarse, so a round is 5 ms or more.
    private const string Measure = """
        async ({ bytes, peakBytes, mapText, parameters, count, batch }) => {
          const map = JSON.parse(mapText);
          const decode = (text) => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
          const peak = (await WebAssembly.instantiate(decode(peakBytes))).instance.exports.peak;
          const code = decode(bytes);
          const before = performance.now();
          const { instance } = await WebAssembly.instantiate(code);
          const ready = performance.now() - before;
          const { memory, train, predict } = instance.exports;
          const view = (Type, [address, length]) => new Type(memory.buffer, address, length / 4);
          view(Float32Array, map.parameters).set(parameters);
          view(Float32Array, map.inputs).forEach((_, i, all) => { all[i] = Math.sin(i * 0.7); });
          view(Float32Array, map.targets).forEach((_, i, all) => { all[i] = i % 2; });
          view(Int32Array, map.order).forEach((_, i, all) => { all[i] = i; });
          const minibatches = Math.ceil(count / batch);
          view(Int32Array, map.bounds).forEach((_, i, all) => { all[i] = Math.min(i * batch, count); });
          const staged = Math.min(count, map.stagedInputs[1] / (map.inputs[1] / count));
          const rate = (work, run) => {
            let calls = 1;
            const time = () => { const start = performance.now(); for (let i = 0; i < calls; i++) run(); return performance.now() - start; };
            for (const end = performance.now() + 400; performance.now() < end;) run();
            while (Math.min(time(), time(), time()) < 5) calls *= 2;
            const times = Array.from({ length: 150 }, time).sort((a, b) => a - b);
            return [times[0], times[times.length >> 1]].map((ms) => (1000 * work * calls) / ms);
          };
          const some = Math.min(4, minibatches);
          const trainSome = () => { if (train(0, some) !== some) throw new Error("The training diverged."); };
          return [
            [ready, 0],
            rate(Math.min(some * batch, count), trainSome),
            rate(staged, () => predict(map.inputs[0], staged, map.stagedOutputs[0])),
            rate(1, peak),
          ];
        }
        """;

    public static async Task RunAsync(IBrowser browser, TextWriter output)
    {
        output.WriteLine($"{Environment.ProcessorCount} cores, Chromium {browser.Version}; best (median) of short rounds");
        output.WriteLine(
            "| network | batch | ready, ms | trained a second | predicted a second | GFLOP/s forward | multiply-add peak |"
        );
        output.WriteLine("|---|---:|---:|---:|---:|---:|---:|");
        IPage page = await browser.NewPageAsync();
        foreach ((NetworkSpec spec, int batch, int samples) in CompiledCases.All())
        {
            NetworkModule module = NetworkCompiler.Compile(spec, new TrainingSettings(new Momentum(0.01), batch), samples);
            double[][] results = await page.EvaluateAsync<double[][]>(
                Measure,
                new
                {
                    bytes = Convert.ToBase64String(module.Bytes.Span),
                    peakBytes = Convert.ToBase64String(PeakModule.Write()),
                    mapText = module.Map.ToJson(),
                    parameters = Initialiser.Parameters(spec, seed: 1).Select(parameter => (double)parameter), // floats arrive as objects
                    count = samples,
                    batch,
                }
            );
            double forward = 2 * spec.MultiplyAdds / 1e9;
            double peak = PeakModule.Operations / 1e9;
            output.WriteLine(
                $"| {spec} | {batch} | {results[0][0]:F1} | {results[1][0]:N0} ({results[1][1]:N0}) | "
                    + $"{results[2][0]:N0} ({results[2][1]:N0}) | {forward * results[2][0]:F1} ({forward * results[2][1]:F1}) | "
                    + $"{peak * results[3][0]:F1} ({peak * results[3][1]:F1}) |"
            );
        }
    }
}
