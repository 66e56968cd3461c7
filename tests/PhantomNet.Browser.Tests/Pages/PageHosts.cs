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
            object[] reply = await page.EvaluateAsync<object[]>(
                """
                async ([id, sent, writes, name, values, reads, tensors]) => {
                  const reply = await kernels.exchange(id, fromBase64(sent), writes, name, values, reads, tensors);
                  return [kernels.result(reply), btoa(Array.from(kernels.read(reply), (b) => String.fromCharCode(b)).join(""))];
                }
                """,
                new object?[]
                {
                    id,
                    Convert.ToBase64String(exchange.Sent()),
                    exchange.WritePlaces(),
                    exchange.Function,
                    exchange.Arguments.ToArray(),
                    exchange.ReadPlaces(),
                    exchange.TensorPlaces(),
                }
            );
            exchange.Receive(Convert.FromBase64String((string)reply[1]));
            return Convert.ToInt32(reply[0], System.Globalization.CultureInfo.InvariantCulture);
        }

        public async ValueTask DisposeAsync() => await page.EvaluateAsync("(id) => kernels.stop(id)", id);
    }
}
