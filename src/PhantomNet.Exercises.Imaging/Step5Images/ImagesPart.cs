using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>
/// A part of the page that shows a part of the lesson, and that is left alone while another part changes: the pixel that is looked
/// at moves with every frame.
/// </summary>
public abstract class ImagesPart : ComponentBase
{
    private object? _shown;

    /// <summary>The lesson.</summary>
    [Parameter, EditorRequired]
    public required ImagesLesson Lesson { get; set; }

    /// <summary>Its state.</summary>
    protected ImagesState State => Lesson.State;

    /// <summary>All of the lesson that this part shows, compared by value.</summary>
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
