namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>What the neuron has learned: two weights and a bias.</summary>
public readonly record struct Weights(double W1, double W2, double B)
{
    /// <summary>|w|, how steeply z rises along the weight vector.</summary>
    public double Length => Math.Sqrt((W1 * W1) + (W2 * W2));

    /// <summary>Where the weight vector points, in radians counter-clockwise from the x1 axis.</summary>
    public double Angle => Math.Atan2(W2, W1);

    /// <summary>w1·x1 + w2·x2 + b, for the geometry of the line; what is shown as z comes from the engine.</summary>
    public double At(double x1, double x2) => (W1 * x1) + (W2 * x2) + B;
}
