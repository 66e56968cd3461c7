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
        if (exchange.Reads.Count > 0)
        {
            byte[] taken = KernelModules.Read(reply);
            int offset = 0;
            foreach ((_, Memory<byte> bytes) in exchange.Reads)
            {
                taken.AsSpan(offset, bytes.Length).CopyTo(bytes.Span);
                offset += bytes.Length;
            }
        }

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
        byte[] sent = new byte[exchange.Writes.Sum(write => write.Bytes.Length)];
        int offset = 0;
        foreach ((_, ReadOnlyMemory<byte> bytes) in exchange.Writes)
        {
            bytes.Span.CopyTo(sent.AsSpan(offset));
            offset += bytes.Length;
        }

        int[] writes = [.. exchange.Writes.SelectMany(write => (int[])[write.Address, write.Bytes.Length])];
        int[] reads = [.. exchange.Reads.SelectMany(read => (int[])[read.Address, read.Bytes.Length])];
        try
        {
            return await KernelModules.ExchangeAsync(id, sent, writes, exchange.Function, [.. exchange.Arguments], reads);
        }
        catch (JSException error)
        {
            throw new KernelHostLostException($"The worker that ran the network has ended: {error.Message}.", error);
        }
    }
}
