using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Tests.Fakes;

/// <summary>A store in memory.</summary>
internal sealed class FakeStore : IStore
{
    public Dictionary<string, string> Kept { get; } = new(StringComparer.Ordinal);

    public string? Read(string key) => Kept.GetValueOrDefault(key);

    public void Write(string key, string value) => Kept[key] = value;
}
