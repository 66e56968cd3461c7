using System.Runtime.InteropServices.JavaScript;

namespace PhantomNet.App.Kernels;

/// <summary>The script that keeps the workers.</summary>
internal static partial class KernelModules
{
    private const string Name = "kernels";

    private static Task? _import;

    /// <summary>Loads it, once.</summary>
    public static Task ImportAsync() => _import ??= JSHost.ImportAsync(Name, "../js/kernels.js");

    /// <summary>Whether this browser has workers. It has SIMD, else the app's own runtime would not be here.</summary>
    [JSImport("hasWorkers", Name)]
    public static partial bool HasWorkers();

    /// <summary>Starts a worker on a module.</summary>
    [JSImport("start", Name)]
    public static partial Task<int> StartAsync(byte[] module);

    /// <summary>One exchange with a worker's module; places are pairs of address and length, tensors eight numbers.</summary>
    [JSImport("exchange", Name)]
    public static partial Task<JSObject> ExchangeAsync(
        int id,
        byte[] bytes,
        int[] writes,
        string? name,
        int[] values,
        int[] reads,
        int[] tensors
    );

    /// <summary>What the function returned.</summary>
    [JSImport("result", Name)]
    public static partial int Result(JSObject reply);

    /// <summary>The bytes read, one tensor and then one place after another.</summary>
    [JSImport("read", Name)]
    public static partial byte[] Read(JSObject reply);

    /// <summary>Ends a worker.</summary>
    [JSImport("stop", Name)]
    public static partial void Stop(int id);
}
