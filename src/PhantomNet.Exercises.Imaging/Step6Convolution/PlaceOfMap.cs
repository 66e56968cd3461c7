namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>A place of a feature map, and its value.</summary>
public sealed record PlaceOfMap(int Row, int Column, float Value);
