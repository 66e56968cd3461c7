namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The drawing over an image: 10 units to the centimetre, whatever the matrix.</summary>
public static class Glass
{
    /// <summary>Side of the drawing.</summary>
    public const double Side = ProfileLine.FieldCm * UnitsPerCm;

    private const double UnitsPerCm = 10;

    /// <summary>A place in cm.</summary>
    public static string At(double cm) => (cm * UnitsPerCm).ToString("0.#");

    /// <summary>The middle of a row or column.</summary>
    public static double MiddleCm(int pixel, int size) => (pixel + 0.5) * ProfileLine.FieldCm / size;
}
