using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step3Journeys(RunningApp app)
{
    private const float Patience = 240_000;

    private static readonly CourseStep Activations = Course.Steps[2];

    [Fact]
    public async Task By_keyboard_a_sigmoid_is_read_off_and_switched_off()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Activations.Slug}");
        ILocator choice = page.Step.Stage.GetByRole(AriaRole.Group, new() { Name = "Activation", Exact = true });
        await user.ChooseAsync(choice, "tanh");
        await page.WaitForQueryAsync($"?step={Activations.Slug}&f=tanh");
        await user.ChooseAsync(choice, "sigmoid");
        await ExpectAsync(page, "0.500", "0.250");

        await user.TypeAsync(page.Step.Box("z"), "2");
        await ExpectAsync(page, "0.881", "0.105");
        await user.TypeAsync(page.Step.Box("z"), "0");
        await user.PressAsync(page.Step.Slider("z"), "ArrowRight", times: 2);
        await ExpectAsync(page, "0.525", "0.249");
        await user.PressAsync(page.Step.Slider("z, on the curve"), "ArrowLeft", times: 4);
        await ExpectAsync(page, "0.475", "0.249");
        await Assertions.Expect(page.Step.Box("z")).ToHaveValueAsync("−0.10");
        await page.WaitForQueryAsync($"?step={Activations.Slug}&z=-0.1");

        ILocator sum = Section(page, "Several neurons, one sum");
        Assert.NotEqual(0, await OnScreen.NumberAsync(sum.Locator(".readout b")));
        await user.ChooseAsync(sum.GetByRole(AriaRole.Group, new() { Name = "Activation in the hidden neurons" }), "Off");
        await Assertions.Expect(sum.Locator(".readout b")).ToHaveTextAsync("0.000");
        await Assertions.Expect(page.Step.Stage.GetByText("z passes unchanged")).ToBeVisibleAsync();
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_hundred_layers_are_run_and_are_one_line()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Activations.Slug}&layers=3");
        ILocator stack = Section(page, "A hundred linear layers");
        await user.PressAsync(page.Step.Slider("Layers"), "End");
        await Assertions.Expect(stack.GetByText("parameters in 100 layers")).ToBeVisibleAsync();
        await page.WaitForQueryAsync($"?step={Activations.Slug}");
        Assert.Equal(200, await OnScreen.NumberAsync(stack.Locator(".readout b").Nth(2)));

        double slope = await OnScreen.NumberAsync(stack.Locator(".readout b").Nth(0));
        double intercept = await OnScreen.NumberAsync(stack.Locator(".readout b").Nth(1));
        IReadOnlyList<ILocator> rows = await stack.Locator("tbody tr").AllAsync();
        Assert.Equal(5, rows.Count);
        foreach (ILocator row in rows)
        {
            IReadOnlyList<string> cells = await row.Locator("td").AllInnerTextsAsync();
            Assert.Equal(cells[1], cells[2]);
            Assert.Contains('.', cells[1]);
            Assert.Equal((slope * OnScreen.Number(cells[0])) + intercept, OnScreen.Number(cells[1]), 0.001);
        }

        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_curve_is_fitted_until_its_error_has_fallen()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Activations.Slug}");
        ILocator fit = Section(page, "Fit a curve");
        ILocator error = fit.Locator(".readout b").Nth(0);
        ILocator epochs = fit.Locator(".readout b").Nth(2);
        await Assertions.Expect(epochs).ToHaveTextAsync("0");
        string first = await error.InnerTextAsync();

        ILocator train = fit.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true });
        ILocator pause = fit.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true });
        await user.PressButtonAsync(train);
        await Assertions.Expect(epochs).ToHaveTextAsync(OnScreen.AtLeast300, new() { Timeout = Patience });
        await Assertions.Expect(pause).ToBeFocusedAsync();
        await page.Browser.Keyboard.PressAsync("Enter");
        await Assertions.Expect(train).ToBeFocusedAsync();
        Assert.True(await OnScreen.NumberAsync(error) < OnScreen.Number(first) / 2);

        await user.PressButtonAsync(fit.GetByRole(AriaRole.Button, new() { Name = "Same weights" }));
        await Assertions.Expect(epochs).ToHaveTextAsync("0");
        await Assertions.Expect(error).ToHaveTextAsync(first);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Dragging_along_the_curve_moves_z_and_the_address()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Activations.Slug}");
        ILocator curve = page.Step.Stage.Locator("[data-plane]");
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(curve),
            await OnScreen.PlaceAsync(curve, across: 0.7, down: 0.2)
        );
        await Assertions.Expect(page.Step.Box("z")).ToHaveValueAsync("2.00");
        await ExpectAsync(page, "0.881", "0.105");
        await page.WaitForQueryAsync($"?step={Activations.Slug}&z=2");
        Assert.Empty(page.ConsoleWords);
    }

    private static ILocator Section(AppPage page, string title) =>
        page.Browser.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });

    private static async Task ExpectAsync(AppPage page, string value, string slope)
    {
        await Assertions.Expect(page.Step.Readout("f(z), output")).ToHaveTextAsync(value);
        await Assertions.Expect(page.Step.Readout("f′(z), slope")).ToHaveTextAsync(slope);
    }
}
