using System.Text.RegularExpressions;

namespace PhantomNet.Architecture.Tests;

public sealed partial class NamingTests
{
    private const int MostLines = 300;

    // The app's, and those of the benchmark that run peers written in JavaScript.
    private static readonly string[] _scripts = ["src/PhantomNet.App/wwwroot/", "bench/PhantomNet.Bench/Page/"];

    [Fact]
    public void No_file_or_folder_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(Repository.Files, path => SaysNothing().IsMatch(path));

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Assert.DoesNotContain(
            CSharpFiles().SelectMany(path => TypeName().Matches(Repository.Read(path))).Select(match => match.Groups[1].Value),
            name => SaysNothing().IsMatch(name)
        );

    [Fact]
    public void A_file_of_code_has_at_most_300_lines() =>
        Assert.DoesNotContain(
            CSharpFiles().Select(path => (path, Lines: File.ReadLines(Repository.Full(path)).Count())),
            file => file.Lines > MostLines
        );

    [Fact]
    public void JavaScript_stays_where_the_browser_loads_it() =>
        Assert.All(
            Repository.Files.Where(path => Repository.HasExtension(path, ".js", ".mjs", ".cjs", ".ts")),
            path => Assert.Contains(_scripts, folder => path.StartsWith(folder, StringComparison.Ordinal))
        );

    [Theory]
    [InlineData("src/Shared/MathUtils.cs", true)]
    [InlineData("src/Helpers/Plot.cs", true)]
    [InlineData("SessionManager", true)]
    [InlineData("CommonShapes", true)]
    [InlineData("src/PhantomNet.Networks/Training/Trainer.cs", false)]
    [InlineData("UncommonlyGood", false)]
    public void The_rule_of_names_tells_them_apart(string name, bool refused) =>
        Assert.Equal(refused, SaysNothing().IsMatch(name));

    private static IEnumerable<string> CSharpFiles() => Repository.Files.Where(path => Repository.HasExtension(path, ".cs"));

    // Capitalised as in type names, so that the words may stand in prose and in longer words.
    [GeneratedRegex("Utils|Utilities|Helper|Manager|Common")]
    private static partial Regex SaysNothing();

    [GeneratedRegex(@"\b(?:class|struct|interface|enum|record(?:\s+struct|\s+class)?)\s+([A-Z]\w*)")]
    private static partial Regex TypeName();
}
