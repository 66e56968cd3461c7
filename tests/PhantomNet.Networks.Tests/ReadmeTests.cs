using System.Runtime.CompilerServices;

namespace PhantomNet.Networks.Tests;

public sealed class ReadmeTests
{
    private static readonly string[] Lines = File.ReadAllLines(
        Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", "README.md")
    );

    [Fact]
    public void The_example_of_the_readme_is_the_one_that_runs()
    {
        string[] source = File.ReadAllLines(Path.Combine(Path.GetDirectoryName(ThisFile())!, "ReadmeExample.cs"));
        IEnumerable<string> running = source
            .SkipWhile(line => !line.Contains("README: begin", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => !line.Contains("README: end", StringComparison.Ordinal))
            .Select(line => line[8..].Replace("output.WriteLine", "Console.WriteLine", StringComparison.Ordinal));
        Assert.Equal(running, Block("```csharp"), StringComparer.Ordinal);
    }

    [Fact]
    public async Task The_example_of_the_readme_prints_what_the_readme_says()
    {
        StringWriter output = new() { NewLine = "\n" };
        await ReadmeExample.RunAsync(output);
        Assert.Equal(output.ToString().TrimEnd('\n').Split('\n'), Block("```text"), StringComparer.Ordinal);
    }

    private static string[] Block(string fence) =>
        [.. Lines.SkipWhile(line => line != fence).Skip(1).TakeWhile(line => line != "```")];

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
