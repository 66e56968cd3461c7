using System.Runtime.InteropServices.JavaScript;
using PhantomNet.Kernels.Running;

namespace PhantomNet.App.Kernels;

/// <summary>A compiled network in a worker of the browser.</summary>
internal sealed class WorkerHost(int id) : IKernelHost
{
    /// <inheritdoc/>
    public async ValueTask<int> ExchangeAsync(KernelExchange exchange)
    {
        using JSObject reply = await AskAsync(exchange);
        exchange.Receive(KernelModules.Read(reply));
        return KernelModules.Result(reply);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        KernelModules.Stop(id);
        return ValueTask.CompletedTask;
    }

    private async Task<JSObject> AskAsync(KernelExchange exchange)
    {
        try
        {
            return await KernelModules.ExchangeAsync(
                id,
                exchange.Sent(),
                exchange.WritePlaces(),
                exchange.Function,
                [.. exchange.Arguments],
                exchange.ReadPlaces(),
                exchange.TensorPlaces()
            );
        }
        catch (JSException error)
        {
            throw new KernelHostLostException($"The worker that ran the network has ended: {error.Message}.", error);
        }
    }
}
