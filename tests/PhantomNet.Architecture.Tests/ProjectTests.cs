using System.Xml.Linq;

namespace PhantomNet.Architecture.Tests;

public sealed class ProjectTests
{
    /// <summary>What each project may refer to. A new project needs a line here.</summary>
    private static readonly Dictionary<string, string[]> _mayUse = new(StringComparer.Ordinal)
    {
        ["PhantomNet.Networks"] = [],
        ["PhantomNet.Phantoms"] = [],
        ["PhantomNet.Wasm"] = [],
        ["PhantomNet.Kernels"] = ["PhantomNet.Networks", "PhantomNet.Wasm"],
        ["PhantomNet.Exercises"] = ["PhantomNet.Networks", "PhantomNet.Phantoms"],
        ["PhantomNet.Exercises.Imaging"] = ["PhantomNet.Exercises", "PhantomNet.Networks", "PhantomNet.Phantoms"],
        ["PhantomNet.App"] = ["PhantomNet.Exercises", "PhantomNet.Exercises.Imaging", "PhantomNet.Kernels"],
    };

    public static TheoryData<string> Sources => [.. Repository.Projects("src")];

    [Fact]
    public void The_table_names_exactly_the_projects_that_there_are() =>
        Assert.Equal(_mayUse.Keys.Order(StringComparer.Ordinal), Repository.Projects("src").Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_project_refers_only_to_those_it_may_use(string project)
    {
        IEnumerable<string> references = Load($"src/{project}/{project}.csproj")
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(Attribute(reference, "Include").Replace('\\', '/')));
        Assert.Subset(_mayUse[project].ToHashSet(StringComparer.Ordinal), references.ToHashSet(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_project_has_its_tests(string project) =>
        Assert.Contains($"tests/{project}.Tests/{project}.Tests.csproj", Repository.Files);

    [Fact]
    public void Versions_of_packages_stand_in_one_place()
    {
        Assert.All(
            Repository.Files.Where(path => Repository.HasExtension(path, ".csproj", ".props", ".targets")),
            path =>
                Assert.DoesNotContain(
                    Load(path).Descendants("PackageReference"),
                    package => package.Attributes().Any(IsVersion) || package.Elements().Any(element => IsVersion(element.Name))
                )
        );
    }

    private static bool IsVersion(XAttribute attribute) => IsVersion(attribute.Name);

    private static bool IsVersion(XName name) => name.LocalName is "Version" or "VersionOverride";

    private static XDocument Load(string path) => XDocument.Load(Repository.Full(path));

    private static string Attribute(XElement element, string name) => element.Attribute(name)?.Value ?? "";
}
