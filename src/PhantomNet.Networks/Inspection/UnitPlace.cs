using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Inspection;

/// <summary>A place in an image that a unit answered to.</summary>
/// <param name="Sample">Index of the image.</param>
/// <param name="Row">Row in the unit's feature map.</param>
/// <param name="Column">Column in the unit's feature map.</param>
/// <param name="Value">What the unit gave there.</param>
/// <param name="Seen">The pixels that it saw.</param>
public readonly record struct UnitPlace(int Sample, int Row, int Column, float Value, PixelRectangle Seen);
