using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Bench.Cases;

/// <summary>A network with what it is measured on.</summary>
/// <param name="Name">Its folder.</param>
/// <param name="Spec">The network.</param>
/// <param name="Settings">How it is trained.</param>
/// <param name="Count">Samples.</param>
internal sealed record BenchCase(string Name, NetworkSpec Spec, TrainingSettings Settings, int Count)
{
    /// <summary>Whether it is only run forward: no samples are kept in its module then.</summary>
    public bool PredictsAlone { get; init; }

    /// <summary>Whether peers run it too: then its files hold what they need.</summary>
    public bool HasPeers { get; init; }

    /// <summary>Samples that its module holds to train on.</summary>
    public int HeldCount => PredictsAlone ? 0 : Count;

    /// <summary>What its module is compiled for.</summary>
    public ModuleUse Use => PredictsAlone ? ModuleUse.Predicting : ModuleUse.Training;

    public float[] Parameters() => Initialiser.Parameters(Spec, seed: 1);

    /// <summary>Numbers that look like nothing.</summary>
    public float[] Inputs() => [.. Enumerable.Range(0, Count * Spec.Input.Length).Select(i => MathF.Sin(i * 0.7f))];

    /// <summary>Two classes in turn.</summary>
    public int[] Labels() => [.. Enumerable.Range(0, Count).Select(n => n % 2)];
}
