namespace PhantomNet.Exercises.Shared;

/// <summary>
/// A step without its looks: the state, the commands that make a new one, and the tasks that are checked against it.
/// </summary>
public abstract class Lesson<TState>
    where TState : class, IStepState<TState>
{
    /// <summary>The present state.</summary>
    public TState State { get; private set; } = TState.Default;

    /// <summary>What the student is asked to find out.</summary>
    public abstract IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>Raised after every change, with what it means for the history.</summary>
    public event Action<HistoryEntry>? Changed;

    /// <summary>Takes a state from an address, which is not told of it again.</summary>
    public void Load(TState state)
    {
        if (!state.Equals(State))
        {
            TState before = State;
            State = state;
            OnChanged(before);
        }
    }

    /// <summary>Back to the start.</summary>
    public virtual void Reset() => Set(TState.Default, HistoryEntry.New);

    /// <summary>Goes to a new state and says so.</summary>
    protected void Set(TState state, HistoryEntry entry = HistoryEntry.Same)
    {
        if (!state.Equals(State))
        {
            TState before = State;
            State = state;
            OnChanged(before);
            Changed?.Invoke(entry);
        }
    }

    /// <summary>For a lesson that keeps more than its state.</summary>
    protected virtual void OnChanged(TState before) { }
}
