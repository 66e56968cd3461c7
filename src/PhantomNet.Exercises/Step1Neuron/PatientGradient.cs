namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>The loss over all patients and its gradient, from the engine's Backward.</summary>
/// <param name="Pulls">One for each patient.</param>
/// <param name="Loss">Mean cross-entropy, in nats.</param>
/// <param name="Mean">∂loss/∂w1, ∂loss/∂w2, ∂loss/∂b.</param>
public sealed record PatientGradient(IReadOnlyList<PatientPull> Pulls, double Loss, Weights Mean);
