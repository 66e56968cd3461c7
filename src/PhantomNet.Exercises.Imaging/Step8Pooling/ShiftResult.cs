namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>A pooled picture that was moved, compared with the one that wasn't.</summary>
/// <param name="Change">
/// How far they are from being one picture in two places. Each is moved to fit the other as well as it can; of what then differs,
/// both ways, the root mean square, relative to that of the two standard deviations. Null where both are flat.
/// </param>
/// <param name="Move">
/// By how many of its own pixels the first one is moved for that: half of the shift, or where that is no whole number perhaps one of
/// the whole ones on either side.
/// </param>
/// <param name="FirstContrast">Standard deviation of the one that wasn't moved, over about the same part of the picture.</param>
/// <param name="Contrast">Standard deviation of the moved one.</param>
public readonly record struct ShiftResult(double? Change, double Move, double FirstContrast, double Contrast);
