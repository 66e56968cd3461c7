using Microsoft.Playwright;
using PhantomNet.Bench;
using PhantomNet.Browser.Tests.Setup;

if (args is ["textbook"])
{
    await TextbookBench.RunAsync(Console.Out);
    return 0;
}

if (args is ["native"])
{
    await NativeMode.RunAsync(Console.Out);
    return 0;
}

if (args is not (["page"] or ["tasks"] or ["phantom"] or ["browser"] or ["browser", "compiling"]))
{
    Console.WriteLine(
        $"“{string.Join(' ', args)}” is nothing that can be measured. Say: browser, browser compiling, native, page, tasks, phantom, or textbook."
    );
    return 1;
}

using IPlaywright playwright = await Playwright.CreateAsync();
await using IBrowser browser = await new BrowserFinder(new ThisMachine()).FindAsync(path =>
    Chromium.LaunchAsync(playwright, path)
);
if (args[0] == "browser")
{
    await (args.Length == 1 ? BrowserMode.RunAsync(browser, Console.Out) : BrowserMode.CompileAsync(browser, Console.Out));
    return 0;
}

await using StaticServer server = StaticServer.OfFolder("/", await SitePublisher.PublishAsync());
string address = $"http://127.0.0.1:{server.Port}/";
await (
    args[0] switch
    {
        "page" => PageBench.RunAsync(browser, address, Console.Out),
        "tasks" => TasksBench.RunAsync(browser, address, Console.Out),
        _ => PhantomBench.RunAsync(browser, address, Console.Out),
    }
);
return 0;
