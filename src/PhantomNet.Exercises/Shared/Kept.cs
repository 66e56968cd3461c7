namespace PhantomNet.Exercises.Shared;

/// <summary>A value with what it was computed from: computed again only when that is another.</summary>
public sealed class Kept<T>
    where T : class
{
    private object? _key;
    private T? _value;

    /// <summary>The value for a key, which is compared by value.</summary>
    public T Get(object key, Func<T> compute)
    {
        if (_value is null || !key.Equals(_key))
        {
            // In this order: what could not be computed isn't taken for what was before.
            _value = compute();
            _key = key;
        }

        return _value;
    }
}
