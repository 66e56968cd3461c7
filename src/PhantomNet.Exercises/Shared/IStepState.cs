namespace PhantomNet.Exercises.Shared;

/// <summary>What a step's address holds: an immutable record that a reload brings back.</summary>
public interface IStepState<TSelf>
    where TSelf : class, IStepState<TSelf>
{
    /// <summary>What the step starts with, and what a reset goes back to.</summary>
    static abstract TSelf Default { get; }

    /// <summary>Reads a state; never throws.</summary>
    static abstract TSelf Read(QueryReader query);

    /// <summary>Writes what differs from the default.</summary>
    void Write(QueryWriter query);
}
