using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PhantomNet.App.Tests.Shell;

/// <summary>A step that some states break.</summary>
public sealed class Fragile : ComponentBase
{
    [Parameter]
    public string Query { get; set; } = "";

    protected override void OnParametersSet()
    {
        if (Query.Contains("bad", StringComparison.Ordinal))
        {
            throw new InvalidOperationException("It broke.");
        }
    }

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"Alive with {Query}");
}
