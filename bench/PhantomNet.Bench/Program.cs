using Microsoft.Playwright;
using PhantomNet.Bench;
using PhantomNet.Browser.Tests.Setup;

if (args is ["textbook"])
{
    await TextbookBench.RunAsync(Console.Out);
    return 0;
}

if (args is not ["page"])
{
    Console.WriteLine($"“{string.Join(' ', args)}” is nothing that can be measured. Say: page, or textbook.");
    return 1;
}

using IPlaywright playwright = await Playwright.CreateAsync();
await using IBrowser browser = await new BrowserFinder(new ThisMachine()).FindAsync(path =>
    Chromium.LaunchAsync(playwright, path)
);
await using StaticServer server = StaticServer.OfFolder("/", await SitePublisher.PublishAsync());
await PageBench.RunAsync(browser, $"http://127.0.0.1:{server.Port}/", Console.Out);
return 0;
