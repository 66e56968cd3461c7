namespace PhantomNet.Phantoms.Projection;

/// <summary>Neighbouring rays of a row that one solid may be met by.</summary>
/// <param name="Solid">Which solid.</param>
/// <param name="FirstRay">The first of the rays.</param>
/// <param name="Start">Where its stretch stands among those of all runs.</param>
/// <param name="End">Behind the last.</param>
internal readonly record struct RayRun(int Solid, int FirstRay, int Start, int End);
