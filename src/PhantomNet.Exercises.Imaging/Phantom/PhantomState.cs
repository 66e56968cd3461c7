using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What the page of the phantom shows.</summary>
/// <param name="Seed">The patient.</param>
public sealed record PhantomState(int Seed = 1) : IStepState<PhantomState>
{
    /// <inheritdoc/>
    public static PhantomState Default { get; } = new();

    /// <inheritdoc/>
    public static PhantomState Read(QueryReader query) => new(query.Whole("seed", Default.Seed, 1, 999));

    /// <inheritdoc/>
    public void Write(QueryWriter query) => query.Number("seed", Seed, Default.Seed);
}
