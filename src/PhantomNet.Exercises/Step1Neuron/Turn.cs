namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>
/// A turn of the line that goes on: what it keeps is remembered from its start, so that rounding doesn't add up.
/// </summary>
/// <param name="Anchor">The point of the line about which it turns.</param>
/// <param name="Length">|w|.</param>
/// <param name="Angle">Direction of w, in radians.</param>
public sealed record Turn((double X1, double X2) Anchor, double Length, double Angle);
