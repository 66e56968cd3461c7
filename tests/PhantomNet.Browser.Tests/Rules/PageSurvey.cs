using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Browser.Tests.Rules;

/// <summary>All that one visit to a page tells, so that each rule needs no visit of its own.</summary>
/// <param name="Title">The tab's.</param>
/// <param name="ConsoleWords">Must be none.</param>
/// <param name="FailedRequests">Must be none.</param>
/// <param name="PolicyViolations">Must be none.</param>
/// <param name="ForeignRequests">To another origin.</param>
/// <param name="AxeViolations">Rules of accessibility broken.</param>
/// <param name="SmallTargets">What can be operated and is hard to hit.</param>
/// <param name="WidthAt360">Of all the content, in a window of 360 CSS pixels.</param>
public sealed record PageSurvey(
    string Title,
    IReadOnlyCollection<string> ConsoleWords,
    IReadOnlyCollection<string> FailedRequests,
    IReadOnlyCollection<string> PolicyViolations,
    IReadOnlyCollection<string> ForeignRequests,
    IReadOnlyCollection<string> AxeViolations,
    IReadOnlyCollection<string> SmallTargets,
    int WidthAt360
)
{
    /// <summary>The narrowest window that must do without scrolling sideways.</summary>
    public const int Narrowest = 360;

    // What opens on a click is opened first; whatever a label holds is hit by hitting the label; what is there for the keyboard
    // alone isn't hit at all; a link within a sentence is excepted, as in WCAG 2.5.8.
    private const string FindSmallTargets = """
        () => {
          const least = 24;
          const selector = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
          const small = [];
          for (const element of document.querySelectorAll(selector)) {
            const target = element.closest("label") ?? element;
            const box = target.getBoundingClientRect();
            const inSentence = getComputedStyle(element).display === "inline" && element.matches("p a, li a, dd a")
              && [...element.parentNode.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.textContent.trim().length > 2);
            const shown = element.checkVisibility({ visibilityProperty: true }) && !element.closest(".visually-hidden");
            if (shown && !inSentence && (box.width < least - 0.5 || box.height < least - 0.5)) {
              small.push(`${element.outerHTML.slice(0, 160)} is ${box.width.toFixed(1)} × ${box.height.toFixed(1)}`);
            }
          }
          return small;
        }
        """;

    /// <summary>Makes the visit.</summary>
    public static async Task<PageSurvey> OfAsync(RunningApp app, PageCase visited)
    {
        await using AppPage page = await app.NewPageAsync(visited.Width, visited.Height, visited.Scheme);
        await page.OpenAsync(visited.Query);
        // Axe itself tries what the policy refuses, and says so on the console: what came before it counts.
        (string[] words, string[] failed, string[] refused) = (
            [.. page.ConsoleWords],
            [.. page.FailedRequests],
            [.. page.PolicyViolations]
        );
        await page.Browser.EvaluateAsync("() => document.querySelectorAll('details').forEach((d) => (d.open = true))");
        IReadOnlyList<string> axe = await page.AxeAsync();
        string[] small = await page.Browser.EvaluateAsync<string[]>(FindSmallTargets);
        await page.Browser.SetViewportSizeAsync(Narrowest, 800);
        int width = await page.Browser.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth");
        string origin = new Uri(page.Address).GetLeftPart(UriPartial.Authority) + "/";
        return new PageSurvey(
            await page.Browser.TitleAsync(),
            words,
            failed,
            refused,
            [
                .. page.Requests.Where(url =>
                    !url.StartsWith(origin, StringComparison.Ordinal) && !url.StartsWith("data:", StringComparison.Ordinal)
                ),
            ],
            axe,
            small,
            width
        );
    }
}
