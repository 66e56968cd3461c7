namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>The map of the shifted image beside the shifted map.</summary>
/// <param name="Right">Places by which the map was shifted to the right.</param>
/// <param name="Down">Places by which it was shifted downwards.</param>
/// <param name="Inside">The largest difference where both windows meet nothing but the image.</param>
/// <param name="AtBorders">The largest difference elsewhere.</param>
/// <param name="PlacesInside">Places that were compared inside.</param>
/// <param name="Difference">Of the map of the shifted image from the shifted map; 0 where there is nothing to compare.</param>
public sealed record ShiftMatch(int Right, int Down, double Inside, double AtBorders, int PlacesInside, float[] Difference);
