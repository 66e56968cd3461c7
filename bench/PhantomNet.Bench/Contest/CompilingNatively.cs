using System.Diagnostics;
using PhantomNet.Bench.Cases;
using PhantomNet.Bench.Report;
using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using Wasmtime;

namespace PhantomNet.Bench.Contest;

/// <summary>Case 5 natively: C# as .NET runs it, then Wasmtime's compiler.</summary>
internal static class CompilingNatively
{
    public static CaseResult Run(BenchCase given)
    {
        using Engine engine = new(new Config().WithSIMD(true).WithRelaxedSIMD(false, false));
        List<double> written = [];
        List<double> compiled = [];
        for (int round = 0; round < Race.Rounds; round++)
        {
            Stopwatch watch = Stopwatch.StartNew();
            NetworkModule network = NetworkCompiler.Compile(given.Spec, given.Settings, given.Count);
            written.Add(watch.Elapsed.TotalMilliseconds);
            watch.Restart();
            using Module module = Module.FromBytes(engine, "network", network.Bytes.Span);
            compiled.Add(watch.Elapsed.TotalMilliseconds);
        }

        return new CaseResult(
            "5. Compiling case 1",
            [
                new Measurement("C#, spec to bytes", "ms", written),
                new Measurement("Wasmtime, bytes to machine code", "ms", compiled),
            ],
            [],
            []
        )
        {
            IsContest = false,
        };
    }
}
