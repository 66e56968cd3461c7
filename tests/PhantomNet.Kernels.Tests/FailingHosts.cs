using PhantomNet.Kernels.Running;

namespace PhantomNet.Kernels.Tests;

/// <summary>Hosts of which each ends at an exchange that is counted over all of them.</summary>
internal sealed class FailingHosts(IKernelHostFactory inner, params int[] failures) : IKernelHostFactory
{
    private readonly int[] _failures = failures;
    private int _exchanges;

    /// <summary>Hosts started and not disposed of.</summary>
    public int Alive { get; private set; }

    /// <summary>Hosts started.</summary>
    public int Started { get; private set; }

    public async ValueTask<IKernelHost> StartAsync(NetworkModule module)
    {
        Alive++;
        Started++;
        return new Host(this, await inner.StartAsync(module));
    }

    private sealed class Host(FailingHosts owner, IKernelHost inner) : IKernelHost
    {
        private bool _lost;

        public async ValueTask<int> ExchangeAsync(KernelExchange exchange)
        {
            // What it was asked for is done, and nobody hears of it.
            int result = await inner.ExchangeAsync(exchange);
            _lost |= owner._failures.Contains(owner._exchanges++);
            return _lost ? throw new KernelHostLostException("The test ended it.") : result;
        }

        public ValueTask DisposeAsync()
        {
            owner.Alive--;
            return inner.DisposeAsync();
        }
    }
}
