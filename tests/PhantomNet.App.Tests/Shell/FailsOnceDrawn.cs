using Microsoft.AspNetCore.Components;

namespace PhantomNet.App.Tests.Shell;

/// <summary>A part of a step that breaks when it comes to draw its pixels.</summary>
public sealed class FailsOnceDrawn : ComponentBase
{
    protected override void OnAfterRender(bool firstRender) => throw new InvalidOperationException("No canvas.");
}
