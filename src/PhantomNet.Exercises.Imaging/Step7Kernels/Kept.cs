namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>A value with what it was computed from: computed again only when that is another.</summary>
internal sealed class Kept<T>
    where T : class
{
    private object? _key;
    private T? _value;

    public T Get(object key, Func<T> compute)
    {
        if (_value is null || !key.Equals(_key))
        {
            _value = compute();
            _key = key;
        }

        return _value;
    }
}
