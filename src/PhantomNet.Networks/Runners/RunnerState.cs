namespace PhantomNet.Networks.Runners;

/// <summary>All that a runner remembers, as a copy: restoring it brings back the same network at the same moment.</summary>
/// <param name="Parameters">All weights and biases.</param>
/// <param name="Slots">What the optimizer remembers.</param>
/// <param name="Updates">Updates done.</param>
public sealed record RunnerState(float[] Parameters, float[] Slots, long Updates);
