using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Rules;

/// <summary>What holds for a step after all of it has been used: everything open, trained, a task done, a number mistyped.</summary>
public sealed class StateRules(RunningApp app)
{
    private const int Narrow = 390;

    private const string OpenAll = """
        () => {
          document.querySelectorAll("main details").forEach((d) => (d.open = true));
          document.querySelectorAll('main button[aria-expanded="false"]').forEach((b) => b.click());
        }
        """;

    // In the text, and in the attributes, where a shape would be drawn with it.
    private const string FindNonsense = """
        () => [...document.querySelector("main").outerHTML.matchAll(/.{0,60}(NaN|Infinity|∞).{0,60}/g)].map((m) => m[0])
        """;

    public static TheoryData<string, ColorScheme> Pages
    {
        get
        {
            TheoryData<string, ColorScheme> pages = [];
            foreach (CourseStep step in Course.Pages.Where(step => step.IsOpen))
            {
                pages.Add(step.Slug, ColorScheme.Dark);
                pages.Add(step.Slug, ColorScheme.Light);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task A_step_with_everything_open_and_used_keeps_every_rule(string slug, ColorScheme scheme)
    {
        await using AppPage page = await app.NewPageAsync(scheme: scheme);
        await page.OpenAsync($"?step={slug}");
        await StepUse.OfAsync(page, slug);
        await page.Browser.EvaluateAsync(OpenAll);
        await Assertions.Expect(page.Browser.Locator("main button[aria-expanded=false]")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Browser.Locator("main [role=alert]")).ToContainTextAsync("can’t be “twelve”");
        // Axe itself makes the console speak: what came before it counts.
        string[] words = [.. page.ConsoleWords];
        Assert.Empty(words);
        Assert.Empty(page.FailedRequests);
        Assert.Empty(page.PolicyViolations);
        Assert.Empty(await page.Browser.EvaluateAsync<string[]>(FindNonsense));
        await AssertAxeAsync(page);
        await page.Browser.SetViewportSizeAsync(Narrow, 844);
        Assert.InRange(await page.Browser.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth"), 1, Narrow);
        await AssertAxeAsync(page);
    }

    // All of it in the message: which element, which colours.
    private static async Task AssertAxeAsync(AppPage page)
    {
        IReadOnlyList<string> found = await page.AxeAsync();
        Assert.True(found.Count == 0, string.Join('\n', found));
    }
}
