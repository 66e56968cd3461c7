namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>What one patient contributes to the gradient.</summary>
/// <param name="Patient">Who.</param>
/// <param name="Score">p, the neuron's score.</param>
/// <param name="Error">p − y.</param>
public sealed record PatientPull(Patient Patient, double Score, double Error)
{
    /// <summary>(p − y)·x1, the contribution to ∂loss/∂w1. The pull on w1 is its opposite.</summary>
    public double Gradient1 => Error * Patient.X1;

    /// <summary>(p − y)·x2, the contribution to ∂loss/∂w2.</summary>
    public double Gradient2 => Error * Patient.X2;
}
