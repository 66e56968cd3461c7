using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>A moment of the training that can be gone back to.</summary>
/// <param name="Epoch">Epochs completed.</param>
/// <param name="Train">On the points that it was trained on.</param>
/// <param name="Test">On points that it has not seen.</param>
/// <param name="Snapshot">The network and the optimizer.</param>
public sealed record TrainingRecord(int Epoch, Score Train, Score Test, TrainerSnapshot Snapshot);
