namespace PhantomNet.Phantoms.PointSets;

/// <summary>A labelled point of the plane.</summary>
/// <param name="X1">First coordinate, about −1 to 1.</param>
/// <param name="X2">Second coordinate, about −1 to 1.</param>
/// <param name="Label">0 Normal, 1 Pneumonia.</param>
public readonly record struct LabelledPoint(double X1, double X2, int Label);
