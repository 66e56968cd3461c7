namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>An invented patient.</summary>
/// <param name="Name">A letter.</param>
/// <param name="X1">First intensity.</param>
/// <param name="X2">Second intensity.</param>
/// <param name="Label">0 Normal, 1 Pneumonia.</param>
public sealed record Patient(string Name, double X1, double X2, int Label)
{
    /// <summary>
    /// Ten, made up so that no straight line is right about all of them and the best one lies within the sliders: its loss is
    /// 0.627, at w = (1.754, 1.893), b = −1.900.
    /// </summary>
    public static IReadOnlyList<Patient> All { get; } =
    [
        new("A", 0.8, 0.1, 0),
        new("B", 0.7, 0.8, 0),
        new("C", 0.2, 0.6, 0),
        new("D", 0.4, 0.3, 0),
        new("E", 0.5, 0.1, 0),
        new("F", 0.8, 0.3, 1),
        new("G", 0.8, 0.5, 1),
        new("H", 0.2, 0.2, 1),
        new("I", 0.9, 0.9, 1),
        new("J", 0.5, 0.9, 1),
    ];
}
