namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>A parameter before and after an update.</summary>
/// <param name="Name">As in the table of weights.</param>
/// <param name="Before">Its value before.</param>
/// <param name="Gradient">∂(mean loss)/∂parameter, without the L2 term.</param>
/// <param name="After">Its value after; the same as before until the update has been made.</param>
public sealed record WalkedParameter(string Name, float Before, float Gradient, float After);
