using System.Runtime.InteropServices.JavaScript;
using PhantomNet.Kernels.Running;

namespace PhantomNet.App.Kernels;

/// <summary>Starts compiled networks, each in a worker of its own.</summary>
internal sealed class WorkerHosts : IKernelHostFactory
{
    /// <inheritdoc/>
    public async ValueTask<IKernelHost> StartAsync(NetworkModule module)
    {
        try
        {
            return new WorkerHost(await KernelModules.StartAsync(module.Bytes.ToArray()));
        }
        catch (JSException error)
        {
            throw new KernelHostLostException($"No worker could be started: {error.Message}.", error);
        }
    }
}
