using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PhantomNet.Exercises.Shared;

/// <summary>
/// What comes with a page and waits for its turn to be drawn for the first time: a page that is opened has too much in it for one
/// task. Afterwards it is drawn with what it stands in.
/// </summary>
public sealed class InTurn : ComponentBase
{
    private bool _isThere;

    /// <summary>What waits.</summary>
    [Parameter, EditorRequired]
    public required RenderFragment ChildContent { get; set; }

    /// <summary>When each part is drawn; without them, at once.</summary>
    [CascadingParameter]
    public DrawingTurns? Turns { get; set; }

    /// <inheritdoc/>
    protected override async Task OnInitializedAsync()
    {
        if (Turns is not null)
        {
            await Turns.WaitAsync(Turns.NextPlace());
        }

        _isThere = true;
    }

    /// <inheritdoc/>
    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        if (_isThere)
        {
            builder.AddContent(0, ChildContent);
        }
    }
}
