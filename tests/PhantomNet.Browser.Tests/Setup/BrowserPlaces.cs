namespace PhantomNet.Browser.Tests.Setup;

/// <summary>Where a Chromium, Chrome or Edge usually is.</summary>
public static class BrowserPlaces
{
    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "msedge",
        "microsoft-edge",
    ];

    private static readonly string[] LinuxFolders = ["/usr/bin", "/usr/local/bin", "/snap/bin"];

    /// <summary>Paths in the order in which to try them: the search path first, then the system's own places.</summary>
    public static IEnumerable<string> Of(IMachine machine) =>
        OnSearchPath(machine)
            .Concat(
                machine.System switch
                {
                    MachineSystem.Windows => OnWindows(machine),
                    MachineSystem.Mac => OnMac(machine),
                    _ => OnLinux(),
                }
            )
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> OnSearchPath(IMachine machine)
    {
        bool windows = machine.System == MachineSystem.Windows;
        string[] folders = (machine.Variable("PATH") ?? "").Split(
            windows ? ';' : ':',
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );
        return from name in Names from folder in folders select Join(machine, folder, windows ? name + ".exe" : name);
    }

    private static IEnumerable<string> OnLinux() => from name in Names from folder in LinuxFolders select $"{folder}/{name}";

    private static IEnumerable<string> OnMac(IMachine machine)
    {
        string[] apps = ["Chromium", "Google Chrome", "Microsoft Edge"];
        string[] roots = machine.Variable("HOME") is { } home ? ["", home] : [""];
        return from app in apps from root in roots select $"{root}/Applications/{app}.app/Contents/MacOS/{app}";
    }

    private static IEnumerable<string> OnWindows(IMachine machine)
    {
        string[] programs =
        [
            @"Chromium\Application\chrome.exe",
            @"Google\Chrome\Application\chrome.exe",
            @"Microsoft\Edge\Application\msedge.exe",
        ];
        string[] roots = ["LOCALAPPDATA", "ProgramFiles", "ProgramFiles(x86)"];
        return from program in programs
            from root in roots
            let folder = machine.Variable(root)
            where folder is not null
            select Join(machine, folder, program);
    }

    // Path.Combine knows only the separator of the system that runs it.
    private static string Join(IMachine machine, string folder, string name)
    {
        char separator = machine.System == MachineSystem.Windows ? '\\' : '/';
        return folder.TrimEnd(separator) + separator + name;
    }
}
