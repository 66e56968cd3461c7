namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>What a trial is run with.</summary>
/// <param name="Set">Decides the patients.</param>
/// <param name="Shuffle">Decides the permutations.</param>
/// <param name="Fresh">Whether each image is shuffled its own way.</param>
public sealed record TrialSettings(int Set, int Shuffle, bool Fresh)
{
    /// <summary>How the images lie that are compared with the original ones.</summary>
    public Arrangement Compared => Fresh ? Arrangement.Fresh : Arrangement.Shuffled;
}
