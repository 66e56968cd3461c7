namespace PhantomNet.Exercises.Shared;

/// <summary>The page around a step.</summary>
public interface IStepHost
{
    /// <summary>Puts the state of the step into the address.</summary>
    /// <param name="query">Without a question mark and without the step's name.</param>
    /// <param name="entry">Whether Back comes here.</param>
    void Report(string query, HistoryEntry entry);

    /// <summary>Is told when the step's heading is there: who came by a link reads on from it.</summary>
    void Arrive();
}
