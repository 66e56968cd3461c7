using System.Text;

namespace PhantomNet.Exercises.Shared;

/// <summary>Writes a state as the query of an address. What equals its default is left out, so that addresses stay short.</summary>
public sealed class QueryWriter
{
    private readonly StringBuilder _query = new();

    /// <summary>A number, with as many digits as bring the same number back.</summary>
    public QueryWriter Number(string key, double value, double fallback) =>
        value == fallback ? this : Text(key, value.ToString("R"));

    /// <summary>One of an enumeration's names.</summary>
    public QueryWriter Choice<T>(string key, T value, T fallback)
        where T : struct, Enum =>
        EqualityComparer<T>.Default.Equals(value, fallback) ? this : Text(key, value.ToString().ToLowerInvariant());

    /// <summary>1 for true, 0 for false.</summary>
    public QueryWriter Flag(string key, bool value, bool fallback) => value == fallback ? this : Text(key, value ? "1" : "0");

    /// <summary>The text, unless it is null or empty.</summary>
    public QueryWriter Text(string key, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            _query.Append(_query.Length == 0 ? "" : "&").Append(key).Append('=').Append(Uri.EscapeDataString(value));
        }

        return this;
    }

    /// <summary>Pairs joined by <c>&amp;</c>, without a question mark.</summary>
    public override string ToString() => _query.ToString();
}
