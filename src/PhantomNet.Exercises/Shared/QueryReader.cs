namespace PhantomNet.Exercises.Shared;

/// <summary>
/// Reads a state from the query of an address. An address can be typed by anyone, so what is missing, malformed or out of range
/// becomes the fallback, or the nearest value in range.
/// </summary>
public sealed class QueryReader
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>Takes a query apart.</summary>
    /// <param name="query">With or without its question mark; of a repeated key the last value counts.</param>
    public QueryReader(string query)
    {
        foreach (string pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            int equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                _values[pair[..equals]] = Uri.UnescapeDataString(pair[(equals + 1)..].Replace('+', ' '));
            }
        }
    }

    /// <summary>The text as it stands.</summary>
    public string? Text(string key) => _values.GetValueOrDefault(key);

    /// <summary>A number within a range.</summary>
    public double Number(string key, double fallback, double min, double max) =>
        double.TryParse(Text(key), out double value) && double.IsFinite(value) ? Math.Clamp(value, min, max) : fallback;

    /// <summary>A whole number within a range.</summary>
    public int Whole(string key, int fallback, int min, int max) =>
        (int)Math.Round(Number(key, fallback, min, max), MidpointRounding.AwayFromZero);

    /// <summary>One of an enumeration's names, whatever its case.</summary>
    public T Choice<T>(string key, T fallback)
        where T : struct, Enum =>
        Enum.TryParse(Text(key), ignoreCase: true, out T value) && Enum.IsDefined(value) ? value : fallback;

    /// <summary>1 for true, 0 for false.</summary>
    public bool Flag(string key, bool fallback) =>
        Text(key) switch
        {
            "1" => true,
            "0" => false,
            _ => fallback,
        };
}
