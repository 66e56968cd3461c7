using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>
/// A part of the page that shows a part of the state, and that is left alone while another part changes: the window moves with every
/// frame of a hover.
/// </summary>
public abstract class KernelsPart : ComponentBase
{
    private object? _shown;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required KernelsLesson Lesson { get; set; }

    /// <summary>Its state.</summary>
    protected KernelsState State => Lesson.State;

    /// <summary>All that this part shows, compared by value.</summary>
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
