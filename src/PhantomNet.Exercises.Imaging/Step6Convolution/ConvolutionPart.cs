using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>
/// A part of the page that shows a part of the state, and that is left alone while another part changes: the window moves with every
/// frame.
/// </summary>
public abstract class ConvolutionPart : ComponentBase
{
    private object? _shown;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required ConvolutionLesson Lesson { get; set; }

    /// <summary>Its state.</summary>
    protected ConvolutionState State => Lesson.State;

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
