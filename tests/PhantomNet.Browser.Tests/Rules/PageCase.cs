using Microsoft.Playwright;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Rules;

/// <summary>A page of the app, as one of its users may see it.</summary>
/// <param name="Slug">Of the step; empty for the start page.</param>
/// <param name="Scheme">Dark or light.</param>
/// <param name="Width">CSS pixels.</param>
/// <param name="Height">CSS pixels.</param>
public sealed record PageCase(string Slug, ColorScheme Scheme, int Width, int Height)
{
    /// <summary>Start page, open steps and the pages beside them × dark and light × laptop and phone.</summary>
    public static IReadOnlyList<PageCase> All { get; } =
    [
        .. from slug in Course.Pages.Where(page => page.IsOpen).Select(page => page.Slug).Prepend("")
        from scheme in new[] { ColorScheme.Dark, ColorScheme.Light }
        from size in new[] { (Width: 1440, Height: 900), (Width: 390, Height: 844) }
        select new PageCase(slug, scheme, size.Width, size.Height),
    ];

    /// <summary>The query that opens it.</summary>
    public string Query => Slug.Length == 0 ? "" : $"?step={Slug}";

    /// <summary>What the browser's tab must say.</summary>
    public string Title => Course.Find(Slug) is { } step ? $"{step.NumberedTitle} · PhantomNet" : "PhantomNet";

    /// <inheritdoc/>
    public override string ToString() => $"{(Slug.Length == 0 ? "home" : Slug)} {Scheme} {Width}×{Height}".ToLowerInvariant();
}
