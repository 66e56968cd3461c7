using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Platform;

/// <summary>Local storage where it is allowed; always a copy in memory, which serves alone where it isn't.</summary>
internal sealed class BrowserStore : IStore
{
    private readonly Dictionary<string, string> _memory = new(StringComparer.Ordinal);

    public string? Read(string key) => _memory.GetValueOrDefault(key) ?? BrowserModules.ReadStore(key);

    public void Write(string key, string value)
    {
        _memory[key] = value;
        BrowserModules.WriteStore(key, value);
    }
}
