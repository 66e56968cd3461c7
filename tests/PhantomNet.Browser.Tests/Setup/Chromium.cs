using Microsoft.Playwright;

namespace PhantomNet.Browser.Tests.Setup;

/// <summary>How the browser is started.</summary>
public static class Chromium
{
    // It must not talk to anyone by itself: the tests watch what the page asks for.
    private static readonly string[] Quiet =
    [
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    /// <summary>Starts one that many pages share.</summary>
    /// <param name="playwright">The driver.</param>
    /// <param name="path">The program, or null for Playwright's own.</param>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright, string? path) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = path,
                Channel = path is null ? "chromium" : null,
                Args = Arguments,
            }
        );

    /// <summary>Starts one with a profile of its own, whose preferences are given.</summary>
    public static Task<IBrowserContext> LaunchWithProfileAsync(IPlaywright playwright, string? path, string profile) =>
        playwright.Chromium.LaunchPersistentContextAsync(
            profile,
            new()
            {
                ExecutablePath = path,
                Channel = path is null ? "chromium" : null,
                Args = Arguments,
            }
        );

    // Root may not use the sandbox, and containers often are root.
    private static string[] Arguments => Environment.IsPrivilegedProcess ? ["--no-sandbox", .. Quiet] : Quiet;
}
