using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;

namespace PhantomNet.App.Tests.Shell;

/// <summary>A step in a library that comes later.</summary>
public class LaterPage : ComponentBase
{
    [Parameter]
    public string Query { get; set; } = "";

    protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, $"Alive with {Query}");
}
