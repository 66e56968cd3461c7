namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Edges of one sign and about one size, drawn as one path: a full network has over five hundred edges.</summary>
/// <param name="Positive">Whether the weights are above zero.</param>
/// <param name="Width">Of the stroke, in the drawing's units.</param>
/// <param name="Path">SVG path data.</param>
public readonly record struct EdgeGroup(bool Positive, string Width, string Path);
