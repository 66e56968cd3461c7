namespace PhantomNet.Exercises.Shared;

/// <summary>What a change does to the browser's history.</summary>
public enum HistoryEntry
{
    /// <summary>It changes the present entry: one more position of a slider.</summary>
    Same,

    /// <summary>It makes a new one, to which Back returns: another data set, a preset, a reset.</summary>
    New,
}
