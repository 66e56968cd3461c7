namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>A value with what it was computed from.</summary>
internal sealed class Kept<T>
    where T : class
{
    private object? _key;
    private T? _value;

    /// <summary>The value for this key, computed only when the key is another one than last time.</summary>
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
