namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>Where Tab came to rest.</summary>
public sealed record FocusStop
{
    /// <summary>Of the page: top, header, nav.steps, main or footer.</summary>
    public string Part { get; init; } = "";

    /// <summary>What it is called.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether the focus can be seen.</summary>
    public bool Visible { get; init; }

    /// <summary>Whether it comes after the stop before.</summary>
    public bool Forward { get; init; }
}
