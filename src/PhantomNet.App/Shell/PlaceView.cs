using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises;

namespace PhantomNet.App.Shell;

/// <summary>A part of the page that shows where in the course one is, and is left alone while a step only changes its state.</summary>
public abstract class PlaceView : ComponentBase
{
    private bool _isDrawn;

    /// <summary>The open page; null for the start page.</summary>
    [Parameter]
    public CourseStep? Current { get; set; }

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        CourseStep? before = Current;
        parameters.SetParameterProperties(this);
        if (_isDrawn && Current == before)
        {
            return Task.CompletedTask;
        }

        _isDrawn = true;
        return base.SetParametersAsync(ParameterView.Empty);
    }
}
