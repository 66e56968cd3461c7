namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>A point of the minibatch on its way through the network.</summary>
/// <param name="Index">Which training point.</param>
/// <param name="X1">First coordinate.</param>
/// <param name="X2">Second coordinate.</param>
/// <param name="Label">0 Normal, 1 Pneumonia.</param>
/// <param name="Logit">z.</param>
/// <param name="Score">ŷ = σ(z).</param>
/// <param name="Loss">Cross-entropy of this point.</param>
/// <param name="LogitGradient">∂(mean loss)/∂z: (ŷ − y) over the size of the minibatch.</param>
public sealed record WalkedPoint(
    int Index,
    double X1,
    double X2,
    int Label,
    double Logit,
    double Score,
    double Loss,
    double LogitGradient
);
