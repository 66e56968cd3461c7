namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>What the learning of a kernel starts from.</summary>
/// <param name="Hidden">The kernel that makes the target, as it lies on the image.</param>
/// <param name="Seed">Decides the first weights.</param>
/// <param name="Rate">Learning rate.</param>
/// <param name="Momentum">Momentum factor; 0 is plain gradient descent.</param>
public sealed record LearningSettings(Kernel Hidden, int Seed, double Rate, double Momentum);
