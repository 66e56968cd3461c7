using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>
/// A part of the page that shows a part of the state, and that is left alone while another part changes: z moves with every frame
/// of a drag.
/// </summary>
public abstract class LessonPart : ComponentBase
{
    private object? _shown;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required ActivationLesson Lesson { get; set; }

    /// <summary>Its state.</summary>
    protected ActivationState State => Lesson.State;

    /// <summary>All of the state that this part shows, compared by value.</summary>
    protected abstract object Shown { get; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (Shown.Equals(_shown))
        {
            return Task.CompletedTask;
        }

        _shown = Shown;
        return base.SetParametersAsync(ParameterView.Empty);
    }
}
