using PhantomNet.Kernels.Running;
using Wasmtime;

namespace PhantomNet.Wasmtime;

/// <summary>Starts compiled networks under Wasmtime: for tests and tools, which have no browser.</summary>
public sealed class WasmtimeHosts : IKernelHostFactory, IDisposable
{
    private readonly Engine _engine = new(new Config().WithSIMD(true).WithRelaxedSIMD(false, false));

    /// <inheritdoc/>
    public ValueTask<IKernelHost> StartAsync(NetworkModule module) => new(new WasmtimeHost(_engine, module));

    /// <inheritdoc/>
    public void Dispose() => _engine.Dispose();
}
