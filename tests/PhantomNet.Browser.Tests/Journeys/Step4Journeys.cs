using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step4Journeys(RunningApp app)
{
    private const float Patience = 300_000;

    private static readonly CourseStep Layers = Course.Steps[3];

    [Fact]
    public async Task By_keyboard_layers_and_filters_are_added_and_counted()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Layers.Slug}");
        ILocator totals = page.Step.Extra.Locator("tfoot td");
        Assert.Equal(["850", "21.2 million", "16,438"], await totals.AllInnerTextsAsync());

        await user.PressAsync(page.Step.Slider("Layers"), "ArrowRight", times: 2);
        await user.TypeAsync(page.Step.Box("Filters per layer"), "8");
        await Assertions.Expect(totals.First).ToHaveTextAsync("2,482");
        await user.ChooseAsync(Group(page, "Layer to look at"), "Layer 5");
        await Assertions.Expect(page.Step.Readout("pixels, seen by layer 5")).ToHaveTextAsync("78 × 78");
        await page.WaitForQueryAsync($"?step={Layers.Slug}&layers=5&filters=8&layer=5");
        await user.ChooseAsync(Group(page, "After each layer"), "No pool");
        await Assertions.Expect(page.Step.Readout("pixels, seen by layer 5")).ToHaveTextAsync("11 × 11");

        // 80 + 4 · 584 + 8 · 64 · 64 · 2 + 2, and four dense layers of 32,768² weights.
        await Assertions.Expect(totals.First).ToHaveTextAsync("67,954");
        await Assertions.Expect(totals.Nth(1)).ToHaveTextAsync("4429.4 million");
        await page.ReloadAsync();
        await Assertions.Expect(totals.First).ToHaveTextAsync("67,954");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_place_is_moved_and_what_it_sees_is_told()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Layers.Slug}&layer=1&row=10&column=10");
        ILocator keys = page.Step.Stage.Locator(".keys");
        await Assertions.Expect(keys).ToHaveCountAsync(1, new() { Timeout = Patience });
        await Assertions.Expect(page.Step.Stage.GetByText("sees rows 10 to 12, columns 10 to 12")).ToBeVisibleAsync();
        await user.PressAsync(keys, "ArrowDown", times: 2);
        await Assertions.Expect(page.Step.Stage.GetByText("sees rows 12 to 14, columns 10 to 12")).ToBeVisibleAsync();
        await page.WaitForQueryAsync($"?step={Layers.Slug}&layer=1&row=12&column=10");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Designed_maps_are_compared_with_the_true_masks()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Layers.Slug}");
        ILocator ladder = Section(page, "Pixels, edges, textures, anatomy, pathology");
        ILocator overlap = ladder.Locator(".overlap");
        await Assertions.Expect(overlap).ToBeVisibleAsync(new() { Timeout = Patience });
        await user.ChooseAsync(Group(page, "Map of the ladder"), "rib");
        await user.ChooseAsync(Group(page, "Compare with the true mask of"), "ribs");
        double area = Area(await overlap.InnerTextAsync());
        Assert.InRange(area, 0.75, 1);

        await user.PressButtonAsync("Show all areas");
        ILocator row = ladder.Locator("tbody tr", new() { Has = page.Browser.GetByText("rib", new() { Exact = true }) });
        Assert.Equal(area, await OnScreen.NumberAsync(row.Locator("td").Nth(3)), 1e-9);

        await user.ChooseAsync(Group(page, "Compare with the true mask of"), "lesion");
        await user.ChooseAsync(Group(page, "Patient"), "Normal");
        await Assertions.Expect(overlap).ToHaveTextAsync("This patient has no lesion.", new() { Timeout = Patience });
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Patients_are_surveyed_units_looked_into_and_one_is_silenced()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Layers.Slug}");
        ILocator units = Section(page, "Inside a network that learned");
        await units.Locator("canvas#unit-map").WaitForAsync(new() { Timeout = Patience });
        await user.PressAsync(units.GetByRole(AriaRole.Button, new() { Name = "Survey them" }), "Enter");
        await units.GetByRole(AriaRole.Button, new() { Name = "Surveyed" }).WaitForAsync(new() { Timeout = Patience });
        await Assertions.Expect(units.Locator(".patches canvas")).ToHaveCountAsync(9);

        // One AUC of a part stands in the table and, as the best, behind its unit.
        ILocator anatomy = Section(page, "Is it anatomy?");
        ILocator ribs = anatomy.Locator("tbody tr", new() { HasText = "ribs" });
        await user.PressAsync(ribs.GetByRole(AriaRole.Button), "Enter");
        string best = await ribs.GetByRole(AriaRole.Button).InnerTextAsync();
        string[] cells = [.. await ribs.Locator("td").AllInnerTextsAsync()];
        Assert.EndsWith(cells[0], cells[2].Trim(), StringComparison.Ordinal);
        Assert.Equal(("0.500", "60"), (cells[5], cells[6]));
        await Assertions.Expect(units.GetByRole(AriaRole.Heading, new() { Name = $"Unit {best}, learned" })).ToBeVisibleAsync();

        ILocator silence = Section(page, "Silence a unit");
        await user.PressAsync(silence.GetByRole(AriaRole.Button, new() { Name = $"Silence unit {best}" }), "Enter");
        await silence.GetByText("patients lost").WaitForAsync(new() { Timeout = Patience });
        ILocator rows = silence.Locator("tbody tr");
        string[] all = [.. await rows.Nth(0).Locator("td").AllInnerTextsAsync()];
        string[] without = [.. await rows.Nth(1).Locator("td").AllInnerTextsAsync()];
        Assert.InRange(OnScreen.Number(all[0]), 80, 100);
        Assert.InRange(OnScreen.Number(all[2]), 0.9, 1);
        int[] moved = [.. without[4].Split(", ").Select(int.Parse)];
        const double rounding = 0.11; // of two percentages with one decimal
        Assert.Equal(100.0 * (moved[1] - moved[0]) / 60, OnScreen.Number(without[0]) - OnScreen.Number(all[0]), rounding);
        Assert.Empty(page.ConsoleWords);
    }

    private static double Area(string text) => OnScreen.Number(text.Split(": ")[1].Split(';')[0]);

    private static ILocator Group(AppPage page, string name) =>
        page.Browser.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });

    private static ILocator Section(AppPage page, string title) =>
        page.Browser.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
