using PhantomNet.Networks.Runners;

namespace PhantomNet.Networks.Training;

/// <summary>A moment of a training that can be gone back to.</summary>
/// <param name="Epoch">Epochs completed.</param>
/// <param name="Minibatch">Minibatches done within the epoch.</param>
/// <param name="HasDiverged">Whether training had stopped there.</param>
/// <param name="State">The network and the optimizer.</param>
public sealed record TrainerSnapshot(int Epoch, int Minibatch, bool HasDiverged, RunnerState State);
