using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;

[assembly: AssemblyFixture(typeof(RunningApp))]

namespace PhantomNet.Browser.Tests.Setup;

/// <summary>
/// The published app, served from a sub-path, and a browser: made once, when the first test asks, and shared by all.
/// </summary>
public sealed class RunningApp : IAsyncDisposable
{
    private const string SubPath = "/courses/phantomnet/";

    private readonly Lazy<Task<Parts>> _parts = new(StartAsync);

    /// <summary>The folder that is served.</summary>
    public async Task<string> FolderAsync() => (await _parts.Value).Folder;

    /// <summary>The app's address.</summary>
    public async Task<string> AddressAsync() => $"http://127.0.0.1:{(await _parts.Value).Server.Port}{SubPath}";

    /// <summary>A page in a fresh profile; nothing is open in it yet.</summary>
    /// <param name="width">CSS pixels.</param>
    /// <param name="height">CSS pixels.</param>
    /// <param name="scheme">What the system prefers.</param>
    public async Task<AppPage> NewPageAsync(int width = 1440, int height = 900, ColorScheme scheme = ColorScheme.Dark)
    {
        Parts parts = await _parts.Value;
        IBrowserContext context = await parts.Browser.NewContextAsync(
            new()
            {
                ViewportSize = new() { Width = width, Height = height },
                ColorScheme = scheme,
            }
        );
        return await AppPage.InAsync(context, await AddressAsync());
    }

    /// <summary>A page of a browser with these preferences.</summary>
    public async Task<AppPage> NewPageWithPreferencesAsync(string json)
    {
        Parts parts = await _parts.Value;
        string profile = Repository.File($"artifacts/browser-tests/profiles/{Guid.NewGuid():N}");
        Directory.CreateDirectory(Path.Combine(profile, "Default"));
        await File.WriteAllTextAsync(Path.Combine(profile, "Default", "Preferences"), json);
        IBrowserContext context = await Chromium.LaunchWithProfileAsync(parts.Playwright, parts.BrowserPath, profile);
        return await AppPage.InAsync(context, await AddressAsync());
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (!_parts.IsValueCreated || !_parts.Value.IsCompletedSuccessfully)
        {
            return;
        }

        Parts parts = await _parts.Value;
        await parts.Browser.CloseAsync();
        parts.Playwright.Dispose();
        await parts.Server.DisposeAsync();
    }

    private static async Task<Parts> StartAsync()
    {
        // Room for a busy machine: several pages start a runtime each at once.
        Assertions.SetDefaultExpectTimeout(20_000);
        IPlaywright playwright = await Playwright.CreateAsync();
        string? used = null;
        // The browser first: without one there is no need to publish.
        IBrowser browser = await new BrowserFinder(new ThisMachine()).FindAsync(path =>
        {
            used = path;
            return Chromium.LaunchAsync(playwright, path);
        });
        string folder = await SitePublisher.PublishAsync();
        return new Parts(playwright, browser, used, folder, StaticServer.OfFolder(SubPath, folder));
    }

    private sealed record Parts(
        IPlaywright Playwright,
        IBrowser Browser,
        string? BrowserPath,
        string Folder,
        StaticServer Server
    );
}
