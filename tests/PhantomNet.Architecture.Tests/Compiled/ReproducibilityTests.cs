using System.Text.RegularExpressions;
using PhantomNet.Networks;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Architecture.Tests.Compiled;

/// <summary>Networks and phantoms depend on their seeds alone: they read no clock and no source of chance of the system.</summary>
public sealed partial class ReproducibilityTests
{
    private static readonly string[] _forbidden =
    [
        "System.DateTime.get_Now",
        "System.DateTime.get_UtcNow",
        "System.DateTime.get_Today",
        "System.DateTimeOffset.get_Now",
        "System.DateTimeOffset.get_UtcNow",
        "System.Environment.get_TickCount",
        "System.Environment.get_TickCount64",
        "System.Guid.NewGuid",
        "System.Guid.CreateVersion7",
        "System.TimeProvider.",
        "System.Random.",
        "System.Diagnostics.Stopwatch.",
        "System.Security.Cryptography.RandomNumberGenerator.",
    ];

    public static TheoryData<string> Assemblies => [typeof(Network).Assembly.Location, typeof(PointSampler).Assembly.Location];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void The_compiled_code_reads_no_clock_and_no_unseeded_chance(string assembly)
    {
        IReadOnlyList<string> members = Imports.Members(assembly);
        Assert.Contains("System.Math.Cos", members); // both draw normal numbers or circles: the reader does see the code
        Assert.DoesNotContain(members, IsForbidden);
    }

    [Fact]
    public void The_source_names_no_clock_and_no_unseeded_chance() =>
        Assert.DoesNotContain(
            Repository.Files.Where(IsReproducible).SelectMany(path => File.ReadLines(Repository.Full(path))),
            line => ForbiddenWord().IsMatch(line)
        );

    [Fact]
    public void A_use_of_them_would_be_found()
    {
        // Never called: these stand here to be found in this assembly's own metadata.
        _ = new Action(() =>
        {
            _ = DateTime.UtcNow;
            _ = DateTimeOffset.Now;
            _ = Environment.TickCount64;
            _ = Guid.NewGuid();
            _ = TimeProvider.System;
            _ = Random.Shared;
            _ = System.Diagnostics.Stopwatch.GetTimestamp();
            _ = System.Security.Cryptography.RandomNumberGenerator.GetInt32(2);
        });
        string[] found = [.. Imports.Members(typeof(ReproducibilityTests).Assembly.Location).Where(IsForbidden)];
        Assert.Contains("System.DateTime.get_UtcNow", found);
        Assert.Contains("System.DateTimeOffset.get_Now", found);
        Assert.Contains("System.Environment.get_TickCount64", found);
        Assert.Contains("System.Guid.NewGuid", found);
        Assert.Contains("System.TimeProvider.get_System", found);
        Assert.Contains("System.Random.get_Shared", found);
        Assert.Contains("System.Diagnostics.Stopwatch.GetTimestamp", found);
        Assert.Contains("System.Security.Cryptography.RandomNumberGenerator.GetInt32", found);
        Assert.Matches(ForbiddenWord(), "int start = Environment.TickCount;");
        Assert.DoesNotMatch(ForbiddenWord(), "SeededRandom random = new(seed);");
    }

    private static bool IsForbidden(string member) =>
        _forbidden.Any(name =>
            name.EndsWith('.')
                ? member.StartsWith(name, StringComparison.Ordinal)
                : member.Equals(name, StringComparison.Ordinal)
        );

    private static bool IsReproducible(string path) =>
        Repository.HasExtension(path, ".cs") && ReproducibleFolder().IsMatch(path);

    [GeneratedRegex("^src/(PhantomNet.Networks|PhantomNet.Phantoms|Randomness)/")]
    private static partial Regex ReproducibleFolder();

    [GeneratedRegex(
        @"\b(DateTime(Offset)?\.(Utc)?Now|DateTime\.Today|TickCount(64)?|Stopwatch|TimeProvider|NewGuid|RandomNumberGenerator"
            + @"|new Random|Random\.Shared|System\.Random)\b"
    )]
    private static partial Regex ForbiddenWord();
}
