namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>The disc at one place.</summary>
/// <param name="Name">Of the place.</param>
/// <param name="Place">The disc's middle.</param>
/// <param name="Shared">Weights that it meets there and also where it is now.</param>
/// <param name="Added">What it adds to the neuron's weighted sum.</param>
/// <param name="LogitChange">By how much it changes the network's output.</param>
public sealed record LesionRow(string Name, PixelPlace Place, int Shared, double Added, double LogitChange);
