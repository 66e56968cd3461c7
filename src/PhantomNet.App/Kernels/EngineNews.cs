namespace PhantomNet.App.Kernels;

/// <summary>What a student has to know of the engine.</summary>
internal sealed class EngineNews
{
    /// <summary>Raised when a worker was lost and another has taken over.</summary>
    public event Action? Recovered;

    /// <summary>Tells of that.</summary>
    public void Recover() => Recovered?.Invoke();
}
