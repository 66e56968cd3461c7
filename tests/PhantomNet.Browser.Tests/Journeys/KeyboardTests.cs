using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class KeyboardTests(RunningApp app)
{
    // Far more than any page has places to stop.
    private const int MostStops = 400;

    private const string Indicator = "nav.steps";
    private const string Content = "main";

    private static readonly string[] Parts = ["top", "header", Indicator, Content, "footer"];

    // What has the focus, whether it looks different for it, and whether it comes after what had it before.
    private const string DescribeFocus = """
        () => {
          const element = document.activeElement;
          if (element === document.body) return null;
          const drawn = [element, element.parentElement, element.nextElementSibling, ...element.querySelectorAll("*")].filter(Boolean);
          const traits = ["outline", "boxShadow", "stroke", "strokeWidth", "fill", "backgroundColor", "borderColor", "opacity", "top"];
          const look = () => drawn.map((e) => { const s = getComputedStyle(e); return traits.map((t) => s[t]).join(); }).join();
          const focused = look();
          const keyboard = element.matches(":focus-visible");
          element.scrollIntoView({ block: "nearest" });
          const box = element.getBoundingClientRect();
          element.blur();
          const visible = keyboard && look() !== focused && box.width > 0 && box.right > 0 && box.bottom > 0;
          element.focus({ focusVisible: true });
          const forward = !window.before || Boolean(window.before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
          window.before = element;
          const part = ["nav.steps", "main", "header", "footer"].find((s) => element.closest(s)) ?? "top";
          const name = element.getAttribute("aria-label") ?? element.textContent.trim().replace(/\s+/g, " ").slice(0, 60);
          return { part, name, visible, forward };
        }
        """;

    public static TheoryData<string> Pages => ["", .. Course.Pages.Where(page => page.IsOpen).Select(page => page.Slug)];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Tab_goes_through_the_page_in_order_and_shows_where_it_is(string slug)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync(slug.Length == 0 ? "" : $"?step={slug}");
        List<FocusStop> stops = await StopsAsync(page);
        Assert.Equal("Skip to the content", stops[0].Name);
        Assert.Equal("PhantomNet", stops[1].Name);
        Assert.Equal(
            Course.Beside.Select(beside => beside.Name),
            stops.Skip(2).Take(Course.Beside.Count).Select(stop => stop.Name)
        );
        Assert.Contains("theme", stops[2 + Course.Beside.Count].Name, StringComparison.Ordinal);
        int[] parts = [.. stops.Select(stop => Array.IndexOf(Parts, stop.Part))];
        Assert.Equal(parts.Order(), parts);
        Assert.Equal(Course.Steps.Count(step => step.IsOpen), stops.Count(stop => stop.Part == Indicator));
        Assert.Contains(stops, stop => stop.Part == Content);
        Assert.DoesNotContain(stops, stop => !stop.Visible || !stop.Forward);
        Assert.True(stops.Count < MostStops, "Tab does not come to an end.");
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task The_skip_link_leads_into_the_content(string slug)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync(slug.Length == 0 ? "" : $"?step={slug}&unknown=7");
        string? title = await page.Title.TextContentAsync();
        string before = page.Browser.Url;
        await page.Browser.Keyboard.PressAsync("Tab");
        await page.Browser.Keyboard.PressAsync("Enter");
        await page.Browser.WaitForFunctionAsync("() => document.activeElement.id === 'main'");
        await page.Browser.Keyboard.PressAsync("Tab");
        Assert.True(await page.Browser.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
        Assert.Equal(title, await page.Title.TextContentAsync());
        Assert.Equal(before, page.Browser.Url);
    }

    private static async Task<List<FocusStop>> StopsAsync(AppPage page)
    {
        List<FocusStop> stops = [];
        while (stops.Count < MostStops)
        {
            await page.Browser.Keyboard.PressAsync("Tab");
            if (await page.Browser.EvaluateAsync<FocusStop?>(DescribeFocus) is not { } stop)
            {
                break;
            }

            stops.Add(stop);
        }

        return stops;
    }
}
