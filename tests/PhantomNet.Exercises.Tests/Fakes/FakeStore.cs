using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>A store in memory.</summary>
public sealed class FakeStore : IStore
{
    private readonly Dictionary<string, string> _kept = new(StringComparer.Ordinal);

    public string? Read(string key) => _kept.GetValueOrDefault(key);

    public void Write(string key, string value) => _kept[key] = value;
}
