using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step8Journeys(RunningApp app)
{
    private const float Patience = 240_000;

    private static readonly CourseStep Pooling = Course.Steps[7];

    [Fact]
    public async Task By_keyboard_a_number_is_changed_and_its_window_follows()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Pooling.Slug}");
        ILocator input = page.Step.Stage.GetByRole(AriaRole.Grid).First;
        ILocator output = page.Step.Stage.GetByRole(AriaRole.Grid).Last;
        await Assertions.Expect(output.GetByRole(AriaRole.Gridcell)).ToHaveCountAsync(9);

        // Each output is the largest of its four.
        double[] numbers = await NumbersAsync(input);
        double[] pooled = await NumbersAsync(output);
        for (int i = 0; i < pooled.Length; i++)
        {
            int corner = (i / 3 * 12) + (i % 3 * 2);
            double[] window = [numbers[corner], numbers[corner + 1], numbers[corner + 6], numbers[corner + 7]];
            Assert.Equal(window.Max(), pooled[i]);
        }

        await input.Locator("[tabindex='0']").FocusAsync();
        foreach (string key in (string[])["ArrowRight", "ArrowDown", "9"])
        {
            await page.Browser.Keyboard.PressAsync(key);
        }

        await Assertions
            .Expect(output.GetByRole(AriaRole.Gridcell).First)
            .ToHaveAttributeAsync("aria-label", "row 1, column 1: 9, from row 2, column 2");
        await Assertions.Expect(input.Locator("[tabindex='0']")).ToBeFocusedAsync();
        await page.WaitForQueryAsync($"?step={Pooling.Slug}&edits=8_9&cell=8");
        await page.ReloadAsync();
        await Assertions.Expect(output.GetByRole(AriaRole.Gridcell).First).ToHaveTextAsync("9");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Gradients_go_back_to_winners_and_are_shared_by_an_average()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Pooling.Slug}");
        await user.ChooseAsync(Group(page, "Direction"), "Backward: gradients");
        await user.TypeAsync(page.Step.Box("Gradient of output row 1, column 1"), "6");
        ILocator input = page.Step.Stage.GetByRole(AriaRole.Grid).First;
        double[] arrived = await NumbersAsync(input);
        Assert.Equal(6 + 8, arrived.Sum());
        Assert.Equal(9, arrived.Count(value => value != 0));

        await user.ChooseAsync(Group(page, "Pool"), "Average");
        await Assertions.Expect(input.GetByRole(AriaRole.Gridcell).First.Locator("span")).ToHaveTextAsync("1.50");
        Assert.Equal(6 + 8, (await NumbersAsync(input)).Sum(), 1e-9);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_radiograph_is_made_and_one_row_less_loses_31()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Pooling.Slug}&map=5");
        ILocator halving = Section(page, "From 224 to 7");
        ILocator maps = halving.GetByRole(AriaRole.Group, new() { Name = "Map to look at" }).GetByRole(AriaRole.Button);
        await Assertions.Expect(maps.Last).ToHaveTextAsync("7 × 7", new() { Timeout = Patience });
        await Assertions.Expect(halving.GetByText("It sees 32 × 32 = 1,024 pixels")).ToBeVisibleAsync();

        await user.TypeAsync(page.Step.Box("Rows and columns"), "223");
        await Assertions.Expect(maps.Last).ToHaveTextAsync("6 × 6", new() { Timeout = Patience });
        await Assertions.Expect(halving.GetByText("Shaded: 31 rows and columns")).ToBeVisibleAsync();
        await Assertions.Expect(halving.Locator("tbody tr").Last.Locator("td").Last).ToHaveTextAsync("192 of 223");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Bars_vanish_under_a_shift_of_one_and_come_back_at_two()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Pooling.Slug}");
        ILocator shift = Section(page, "One pixel to the right");
        ILocator readouts = shift.Locator(".readout b");
        await Assertions.Expect(readouts.First).ToHaveTextAsync("0.0 %", new() { Timeout = Patience });
        await user.PressAsync(page.Step.Slider("Shift"), "ArrowRight");
        await Assertions.Expect(readouts.First).ToHaveTextAsync("173.2 %");
        Assert.Equal(
            ["173.2 %", "0.500 → 0.000", "100.0 %", "0.500 → 0.000", "0.0 %", "0.250 → 0.250"],
            await readouts.AllInnerTextsAsync()
        );
        await user.PressAsync(page.Step.Slider("Shift"), "ArrowRight");
        await Assertions.Expect(readouts.First).ToHaveTextAsync("0.0 %");
        await page.WaitForQueryAsync($"?step={Pooling.Slug}&shift=2");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Noise_is_drawn_until_its_largest_average_what_they_should()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Pooling.Slug}");
        ILocator noise = Section(page, "Noise");
        await user.PressButtonAsync("Draw noise");
        await Assertions.Expect(noise.GetByText(", enough for anyone")).ToBeVisibleAsync(new() { Timeout = Patience });
        IReadOnlyList<string> largest = await noise
            .Locator("tbody tr", new() { HasText = "largest of 4" })
            .Locator("td")
            .AllInnerTextsAsync();
        Assert.Equal(1.0294, OnScreen.Number(largest[0]), 0.01);
        Assert.Equal("1.0294", largest[2]);
        Assert.Equal(0.7012, OnScreen.Number(largest[3]), 0.01);

        await user.ChooseAsync(Group(page, "Noise"), "Of the radiograph");
        ILocator measured = noise.Locator("tbody tr", new() { HasText = "one pixel" }).Locator("td");
        await noise.GetByText("rise of the max-pooled radiograph itself").WaitForAsync(new() { Timeout = Patience });
        Assert.Equal(1, OnScreen.Number((await measured.AllInnerTextsAsync())[3]), 0.012);
        Assert.Empty(page.ConsoleWords);
    }

    private static async Task<double[]> NumbersAsync(ILocator grid) =>
        [.. (await grid.GetByRole(AriaRole.Gridcell).Locator("span").AllInnerTextsAsync()).Select(OnScreen.Number)];

    private static ILocator Group(AppPage page, string name) =>
        page.Browser.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    private static ILocator Section(AppPage page, string title) =>
        page.Browser.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
