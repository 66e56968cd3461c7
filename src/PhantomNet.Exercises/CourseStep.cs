namespace PhantomNet.Exercises;

/// <summary>One step of the course, or a page beside it.</summary>
/// <param name="Number">1 to 9; null for a page beside the steps.</param>
/// <param name="Slug">Names the step in an address: <c>?step=neuron</c>.</param>
/// <param name="Name">A word or two, for the links at the top.</param>
/// <param name="Title">The step's heading.</param>
/// <param name="Summary">What it lets a student find out, in a sentence or two.</param>
/// <param name="View">The component that shows it; null while it is still to come.</param>
/// <param name="TaskCount">How many tasks it has; all done, the step is.</param>
public sealed record CourseStep(
    int? Number,
    string Slug,
    string Name,
    string Title,
    string Summary,
    StepComponent? View = null,
    int TaskCount = 0
)
{
    /// <summary>Whether a student can open it.</summary>
    public bool IsOpen => View is not null;

    /// <summary>Where in the course it is.</summary>
    public string Place => Number is { } number ? $"Step {number} of {Course.Steps.Count}" : "Beside the steps";

    /// <summary>Its title, after its number if it has one.</summary>
    public string NumberedTitle => Number is { } number ? $"{number} · {Title}" : Title;
}
