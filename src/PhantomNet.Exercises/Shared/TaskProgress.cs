namespace PhantomNet.Exercises.Shared;

/// <summary>Which tasks are done, kept between visits where the browser allows it.</summary>
public sealed class TaskProgress(IStore store)
{
    /// <summary>Raised when a task has been done.</summary>
    public event Action? Changed;

    /// <summary>Whether this task of this step has been done.</summary>
    public bool IsDone(string step, string task) => Done(step).Contains(task, StringComparer.Ordinal);

    /// <summary>Whether every task of a step that has this many has been done.</summary>
    public bool IsDone(string step, int tasks) => tasks > 0 && Done(step).Length >= tasks;

    /// <summary>Keeps that it has been done.</summary>
    public void MarkDone(string step, string task)
    {
        if (!IsDone(step, task))
        {
            store.Write(Key(step), string.Join(' ', Done(step).Append(task)));
            Changed?.Invoke();
        }
    }

    private string[] Done(string step) => (store.Read(Key(step)) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static string Key(string step) => $"done.{step}";
}
