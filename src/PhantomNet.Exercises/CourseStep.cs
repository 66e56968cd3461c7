namespace PhantomNet.Exercises;

/// <summary>One step of the course.</summary>
/// <param name="Number">1 to 9.</param>
/// <param name="Slug">Names the step in an address: <c>?step=neuron</c>.</param>
/// <param name="Name">One word, for the step indicator.</param>
/// <param name="Title">The step's heading.</param>
/// <param name="Summary">What it lets a student find out, in a sentence.</param>
/// <param name="View">The component that shows it; null while it is still to come.</param>
/// <param name="TaskCount">How many tasks it has; all done, the step is.</param>
public sealed record CourseStep(
    int Number,
    string Slug,
    string Name,
    string Title,
    string Summary,
    Type? View = null,
    int TaskCount = 0
)
{
    /// <summary>Whether a student can open it.</summary>
    public bool IsOpen => View is not null;
}
