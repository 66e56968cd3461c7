using Microsoft.Playwright;
using PhantomNet.Kernels.Running;

namespace PhantomNet.Browser.Tests.Pages;

/// <summary>Compiled networks in workers of a page, started and asked by the page's own script.</summary>
internal sealed class PageHosts(AppPage page) : IKernelHostFactory
{
    public async ValueTask<IKernelHost> StartAsync(NetworkModule module)
    {
        int id = await page.Browser.EvaluateAsync<int>(
            """
            async (module) => {
              window.kernels ??= await import(new URL("js/kernels.js", document.baseURI));
              window.fromBase64 = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
              return kernels.start(fromBase64(module));
            }
            """,
            Convert.ToBase64String(module.Bytes.Span)
        );
        return new Host(page.Browser, id);
    }

    private sealed class Host(IPage page, int id) : IKernelHost
    {
        public async ValueTask<int> ExchangeAsync(KernelExchange exchange)
        {
            byte[] sent = [.. exchange.Writes.SelectMany(write => write.Bytes.ToArray())];
            object[] reply = await page.EvaluateAsync<object[]>(
                """
                async ([id, sent, writes, name, values, reads]) => {
                  const reply = await kernels.exchange(id, fromBase64(sent), writes, name, values, reads);
                  const bytes = reads.length ? kernels.read(reply) : new Uint8Array();
                  return [kernels.result(reply), btoa(Array.from(bytes, (b) => String.fromCharCode(b)).join(""))];
                }
                """,
                new object?[]
                {
                    id,
                    Convert.ToBase64String(sent),
                    exchange.Writes.SelectMany(write => (int[])[write.Address, write.Bytes.Length]).ToArray(),
                    exchange.Function,
                    exchange.Arguments.ToArray(),
                    exchange.Reads.SelectMany(read => (int[])[read.Address, read.Bytes.Length]).ToArray(),
                }
            );
            ReadOnlySpan<byte> taken = Convert.FromBase64String((string)reply[1]);
            foreach ((_, Memory<byte> bytes) in exchange.Reads)
            {
                taken[..bytes.Length].CopyTo(bytes.Span);
                taken = taken[bytes.Length..];
            }

            return Convert.ToInt32(reply[0], System.Globalization.CultureInfo.InvariantCulture);
        }

        public async ValueTask DisposeAsync() => await page.EvaluateAsync("(id) => kernels.stop(id)", id);
    }
}
