using System.Text.RegularExpressions;

namespace PhantomNet.Architecture.Tests;

/// <summary>Where the code or another page says where a formula is from, docs/sources.md has it.</summary>
public sealed partial class SourcesTests
{
    private const string Page = "docs/sources.md";

    [Fact]
    public void Every_cited_source_is_on_the_page()
    {
        string[] cited = [.. Cited()];
        Assert.NotEmpty(cited);
        Assert.Subset(Anchors().ToHashSet(StringComparer.Ordinal), cited.ToHashSet(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_source_on_the_page_is_cited_once_or_more() =>
        Assert.Subset(Cited().ToHashSet(StringComparer.Ordinal), Anchors().ToHashSet(StringComparer.Ordinal));

    [Fact]
    public void Every_anchor_stands_once()
    {
        string[] anchors = [.. Anchors()];
        Assert.Equal(anchors.Distinct(StringComparer.Ordinal), anchors);
    }

    private static IEnumerable<string> Cited() =>
        Repository
            .Files.Where(path => path.StartsWith("src/", StringComparison.Ordinal) || IsOtherPage(path))
            .Where(path => Repository.HasExtension(path, ".cs", ".razor", ".js", ".md"))
            .SelectMany(path => Citation().Matches(Repository.Read(path)))
            .Select(match => match.Groups[1].Value);

    private static bool IsOtherPage(string path) =>
        path.StartsWith("docs/", StringComparison.Ordinal) && !path.Equals(Page, StringComparison.Ordinal);

    private static IEnumerable<string> Anchors() =>
        Anchor().Matches(Repository.Read(Page)).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"\bsources\.md#([a-z0-9-]+)")]
    private static partial Regex Citation();

    [GeneratedRegex("<a id=\"([a-z0-9-]+)\"></a>")]
    private static partial Regex Anchor();
}
