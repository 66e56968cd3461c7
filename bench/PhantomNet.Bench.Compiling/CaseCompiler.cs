using System.Diagnostics;
using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using PhantomNet.Bench.Cases;
using PhantomNet.Kernels;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Bench.Compiling;

/// <summary>What the page calls.</summary>
[SupportedOSPlatform("browser")]
internal static partial class CaseCompiler
{
    /// <summary>Compiles the network of case 1, from its spec to the bytes of its module.</summary>
    [JSExport]
    internal static byte[] Compile()
    {
        BenchCase images = BenchCases.Images;
        NetworkModule module = NetworkCompiler.Compile(images.Spec, images.Settings, images.Count);
        return module.Bytes.ToArray();
    }

    /// <summary>Has the compiler run once for nothing, as the app does before anyone needs it.</summary>
    [JSExport]
    internal static Task WarmUpAsync() =>
        CompilerWarmUp.RunAsync(new Breaks(() => Stopwatch.GetElapsedTime(0).TotalMilliseconds).TakeAsync);
}
