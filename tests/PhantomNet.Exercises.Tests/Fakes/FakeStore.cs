using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>A store in memory.</summary>
internal sealed class FakeStore : IStore
{
    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    public string? Read(string key) => _texts.GetValueOrDefault(key);

    public void Write(string key, string value) => _texts[key] = value;
}
