using System.Text.RegularExpressions;

namespace PhantomNet.Architecture.Tests;

/// <summary>What stands in the repository is true on every machine.</summary>
public sealed partial class CommittedTextTests
{
    // In pieces, so that this file doesn't name them itself.
    private static readonly string[] _registries =
    [
        "nuget" + ".org",
        "npmjs" + ".org",
        "npmjs" + ".com",
        "pypi" + ".org",
        "python" + "hosted.org",
        "pkgs.dev" + ".azure.com",
    ];

    [Fact]
    public void No_file_names_the_host_of_a_package_registry() =>
        Assert.Empty(Texts().Where(file => NamesRegistry(file.Text)).Select(file => file.Path));

    [Fact]
    public void No_file_names_a_folder_of_the_machine_it_was_written_on() =>
        Assert.Empty(Texts().Where(file => NamesMachine(file.Text)).Select(file => file.Path));

    [Theory]
    [InlineData("https://api.nuget", ".org/v3/index.json", true)]
    [InlineData("https://registry.npmjs", ".org/", true)]
    [InlineData("https://doi.org/", "10.1148/radiology", false)]
    public void A_registry_is_recognised(string start, string end, bool refused) =>
        Assert.Equal(refused, NamesRegistry(start + end));

    [Theory]
    [InlineData("see /ho", "me/ada/PhantomNet", true)]
    [InlineData("\"/Us", "ers/ada/PhantomNet\"", true)]
    [InlineData("C:\\Us", "ers\\ada", true)]
    [InlineData("src/ho", "me/page.razor", false)]
    [InlineData("https://example.org/ho", "me/", false)]
    public void A_folder_of_a_machine_is_recognised(string start, string end, bool refused) =>
        Assert.Equal(refused, NamesMachine(start + end));

    private static bool NamesRegistry(string text) =>
        _registries.Any(host => text.Contains(host, StringComparison.OrdinalIgnoreCase));

    private static bool NamesMachine(string text) =>
        MachineFolder().IsMatch(text) || text.Contains(Repository.Root, StringComparison.Ordinal);

    private static IEnumerable<(string Path, string Text)> Texts() =>
        Repository.Files.Select(path => (path, Text: Repository.Read(path))).Where(file => !file.Text.Contains('\0'));

    // An absolute path begins after a space, a quote or the like; within a longer path these are ordinary names.
    [GeneratedRegex(@"(?<![\w./-])/(?:home|Users|root|work)/|\b[A-Z]:\\Users\\")]
    private static partial Regex MachineFolder();
}
