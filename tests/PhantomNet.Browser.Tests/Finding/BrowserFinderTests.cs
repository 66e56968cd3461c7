using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Browser.Tests.Finding;

public sealed class BrowserFinderTests
{
    private const string PlaywrightInstall = "playwright install chromium";
    private const string AptGet = "/usr/bin/apt-get";
    private const string AptUpdate = AptGet + " update";
    private const string AptInstall = AptGet + " install -y --no-install-recommends chromium";
    private const string Own = "playwright's own";

    [Fact]
    public async Task The_variable_goes_before_everything()
    {
        FakeMachine machine = new() { Variables = { ["PATH"] = "/bin", [BrowserFinder.Variable] = "/my/browser" } };
        machine.Files.UnionWith(["/my/browser", "/bin/chromium"]);
        Assert.Equal("/my/browser", await FindAsync(machine));
    }

    [Theory]
    [InlineData(null, "there is no such file")]
    [InlineData("it crashed", "it crashed")]
    public async Task A_variable_that_names_nothing_usable_is_an_error_and_not_passed_over(string? crash, string reason)
    {
        FakeMachine machine = new() { Variables = { [BrowserFinder.Variable] = "/my/browser" } };
        machine.Files.Add("/usr/bin/chromium");
        if (crash is not null)
        {
            machine.Files.Add("/my/browser");
            machine.Failures["/my/browser"] = crash;
        }

        BrowserNotFoundException error = await Assert.ThrowsAsync<BrowserNotFoundException>(() => FindAsync(machine));
        Assert.Contains($"{BrowserFinder.Variable}=/my/browser: {reason}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_search_path_goes_before_the_usual_places_and_chromium_before_the_others()
    {
        FakeMachine machine = new() { Variables = { ["PATH"] = "/a:/b" } };
        machine.Files.UnionWith(["/usr/bin/chromium", "/a/google-chrome", "/b/chromium", "/b/msedge"]);
        Assert.Equal("/b/chromium", await FindAsync(machine));
        machine.Files.Remove("/b/chromium");
        Assert.Equal("/a/google-chrome", await FindAsync(machine));
    }

    [Theory]
    [InlineData(MachineSystem.Linux, "/snap/bin/chromium")]
    [InlineData(MachineSystem.Linux, "/usr/bin/microsoft-edge")]
    [InlineData(MachineSystem.Mac, "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")]
    [InlineData(MachineSystem.Mac, "/Volumes/ada/Applications/Chromium.app/Contents/MacOS/Chromium")]
    [InlineData(MachineSystem.Windows, @"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe")]
    [InlineData(MachineSystem.Windows, @"D:\Profiles\ada\AppData\Local\Google\Chrome\Application\chrome.exe")]
    [InlineData(MachineSystem.Windows, @"D:\tools\chromium.exe")]
    public async Task Usual_places_of_each_system_are_known(MachineSystem system, string path)
    {
        FakeMachine machine = new()
        {
            System = system,
            Variables =
            {
                ["HOME"] = "/Volumes/ada",
                ["LOCALAPPDATA"] = @"D:\Profiles\ada\AppData\Local",
                ["ProgramFiles"] = @"C:\Program Files",
                ["ProgramFiles(x86)"] = @"C:\Program Files (x86)",
                ["PATH"] = system == MachineSystem.Windows ? @"C:\Windows;D:\tools\" : "/bin",
            },
        };
        machine.Files.Add(path);
        Assert.Equal(path, await FindAsync(machine));
    }

    [Fact]
    public async Task A_browser_that_does_not_start_is_passed_over()
    {
        FakeMachine machine = new() { Failures = { ["/usr/bin/chromium"] = "it wants a snap" } };
        machine.Files.UnionWith(["/usr/bin/chromium", "/usr/bin/google-chrome"]);
        Assert.Equal("/usr/bin/google-chrome", await FindAsync(machine));
    }

    [Fact]
    public async Task Playwrights_own_is_used_when_it_is_there_and_installed_when_it_is_not()
    {
        FakeMachine machine = new() { Installs = { [PlaywrightInstall] = Own } };
        Assert.Equal(Own, await FindAsync(machine));
        Assert.Equal([$"launch {Own}", PlaywrightInstall, $"launch {Own}"], machine.Asked);

        machine.Asked.Clear();
        Assert.Equal(Own, await FindAsync(machine));
        Assert.Equal([$"launch {Own}"], machine.Asked);
    }

    [Fact]
    public async Task An_administrator_of_a_Debian_gets_the_distributions_when_Playwright_can_not_install()
    {
        FakeMachine machine = new()
        {
            IsAdministrator = true,
            Failures = { [PlaywrightInstall] = "exit code 1" },
            Installs = { [AptInstall] = "/usr/bin/chromium" },
        };
        machine.Files.Add(AptGet);
        Assert.Equal("/usr/bin/chromium", await FindAsync(machine));
        Assert.Equal([$"launch {Own}", PlaywrightInstall, AptUpdate, AptInstall, "launch /usr/bin/chromium"], machine.Asked);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Nobody_else_is_offered_a_system_package(bool debian, bool administrator)
    {
        FakeMachine machine = new() { IsAdministrator = administrator };
        machine.Files.UnionWith(debian ? [AptGet] : []);
        await Assert.ThrowsAsync<BrowserNotFoundException>(() => FindAsync(machine));
        Assert.DoesNotContain(machine.Asked, asked => asked.StartsWith(AptGet, StringComparison.Ordinal));
    }

    [Fact]
    public async Task When_all_fails_one_message_says_what_was_tried_and_what_to_do()
    {
        FakeMachine machine = new()
        {
            IsAdministrator = true,
            Failures =
            {
                ["/usr/bin/chromium"] = "it wants a snap\nand more\nand a long log",
                [PlaywrightInstall] = "exit code 1",
                [AptUpdate] = "no network",
            },
        };
        machine.Files.UnionWith(["/usr/bin/chromium", AptGet]);
        BrowserNotFoundException error = await Assert.ThrowsAsync<BrowserNotFoundException>(() => FindAsync(machine));
        Assert.Equal(
            """
            The browser tests need a Chromium, Chrome or Edge, and none could be started. Tried, in this order:
              - /usr/bin/chromium: it wants a snap and more
              - Playwright's own Chromium, as installed before: Executable doesn't exist
              - playwright install chromium: exit code 1
              - apt-get update: no network
            Install one of them, or set PHANTOMNET_BROWSER to the path of its program, and run the tests again.
            """,
            error.Message,
            ignoreLineEndingDifferences: true
        );
    }

    private static Task<string> FindAsync(FakeMachine machine) => new BrowserFinder(machine).FindAsync(machine.LaunchAsync);
}
