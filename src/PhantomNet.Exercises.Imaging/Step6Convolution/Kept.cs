namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>A value that is computed again only when what it was computed from is another.</summary>
internal sealed class Kept<T>
    where T : class
{
    private object? _key;
    private T? _value;

    /// <summary>The value for a key, compared by value.</summary>
    public T Get(object key, Func<T> compute)
    {
        if (_value is null || !key.Equals(_key))
        {
            _key = key;
            _value = compute();
        }

        return _value;
    }
}
