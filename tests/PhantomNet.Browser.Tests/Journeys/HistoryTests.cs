using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>Within a step: a choice is an entry of the history, the many places of a slider are not.</summary>
public sealed class HistoryTests(RunningApp app)
{
    public static TheoryData<string, string, string, string, string, string> Steps =>
        new()
        {
            { "neuron", "Weight w1", "w1=0.8", "Bias", "Learn b too", "Hold b" },
            { "boundary", "Hidden layers", "layers=1", "Points", "Circle", "XOR" },
            { "activation", "z", "z=0.05", "Activation", "sigmoid", "tanh" },
        };

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Back_undoes_a_choice_and_keeps_what_a_slider_did_before_it(
        string slug,
        string slider,
        string moved,
        string group,
        string option,
        string other
    )
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={slug}");
        ILocator choices = page.Browser.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).First;
        int entries = await EntriesAsync(page);
        await user.PressAsync(page.Step.Slider(slider), "ArrowRight");
        await page.WaitForQueryAsync($"?step={slug}&{moved}");
        Assert.Equal(entries, await EntriesAsync(page));

        await user.ChooseAsync(choices, other);
        await Assertions.Expect(Radio(choices, other)).ToBeCheckedAsync();
        Assert.True(await EntriesAsync(page) > entries);
        string chosen = page.Query;
        Assert.Contains(moved, chosen, StringComparison.Ordinal);

        while (page.Query != $"?step={slug}&{moved}")
        {
            Assert.StartsWith($"?step={slug}", page.Query, StringComparison.Ordinal);
            await page.Browser.GoBackAsync();
        }

        await Assertions.Expect(Radio(choices, option)).ToBeCheckedAsync();
        while (page.Query != chosen)
        {
            await page.Browser.GoForwardAsync();
        }

        await Assertions.Expect(Radio(choices, other)).ToBeCheckedAsync();
        Assert.Empty(page.ConsoleWords);
    }

    [Theory]
    [MemberData(nameof(Steps))]
    public async Task Back_keeps_what_a_slider_did_right_before_a_choice(
        string slug,
        string slider,
        string moved,
        string group,
        string option,
        string other
    )
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={slug}");
        ILocator choices = page.Browser.GetByRole(AriaRole.Group, new() { Name = group, Exact = true }).First;
        string before = await page.Step.Slider(slider).InputValueAsync();
        // Both within one turn of the browser, so that the address can't have followed the slider yet.
        await page
            .Step.Slider(slider)
            .EvaluateAsync(
                """
                (slider, choice) => {
                  slider.stepUp();
                  slider.dispatchEvent(new Event("input", { bubbles: true }));
                  choice.click();
                }
                """,
                await Radio(choices, other).ElementHandleAsync()
            );
        await Assertions.Expect(Radio(choices, other)).ToBeCheckedAsync();
        string after = await page.Step.Slider(slider).InputValueAsync();
        Assert.False(string.Equals(before, after, StringComparison.Ordinal), "The slider has not moved.");
        await page.Browser.GoBackAsync();
        await Assertions.Expect(Radio(choices, option)).ToBeCheckedAsync();
        Assert.Equal($"?step={slug}&{moved}", page.Query);
        Assert.Equal(after, await page.Step.Slider(slider).InputValueAsync());
    }

    private static ILocator Radio(ILocator group, string option) =>
        group.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true });

    private static Task<int> EntriesAsync(AppPage page) => page.Browser.EvaluateAsync<int>("() => history.length");
}
