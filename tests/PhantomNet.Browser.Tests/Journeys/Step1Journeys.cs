using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step1Journeys(RunningApp app)
{
    private static readonly CourseStep Neuron = Course.Steps[0];

    [Fact]
    public async Task By_keyboard_a_number_changes_in_every_view_and_in_the_address()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Neuron.Slug}");
        await ExpectAsync(page, "0.51", "0.510", "0.625");

        await user.PressAsync(page.Step.Slider("Weight w1"), "ArrowRight");
        await ExpectAsync(page, "0.59", "0.590", "0.643");
        await page.WaitForQueryAsync($"?step={Neuron.Slug}&w1=0.8");

        await user.TypeAsync(page.Step.Box("Weight w2"), "−1");
        await ExpectAsync(page, "0.44", "0.440", "0.608");
        Assert.Equal("-1", await page.Step.Slider("Weight w2").InputValueAsync());

        string? line = await Boundary(page).GetAttributeAsync("y1");
        await user.PressAsync(Handle(page, "Line, shift"), "ArrowUp");
        await ExpectAsync(page, "0.49", "0.490", "0.620");
        await Assertions.Expect(page.Step.Box("Bias b")).ToHaveValueAsync("0.15");
        await Assertions.Expect(Boundary(page)).Not.ToHaveAttributeAsync("y1", line!);

        await user.PressAsync(Handle(page, "Input"), "ArrowRight");
        await ExpectAsync(page, "0.53", "0.530", "0.629");
        await Assertions.Expect(Handle(page, "Input")).ToHaveAttributeAsync("aria-valuetext", "x1 0.85, x2 0.30");
        await page.WaitForQueryAsync($"?step={Neuron.Slug}&x1=0.85&w1=0.8&w2=-1&b=0.15");

        await page.ReloadAsync();
        await ExpectAsync(page, "0.53", "0.530", "0.629");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_every_task_goes_from_prediction_to_tick_and_is_remembered()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Neuron.Slug}");

        await user.PredictAsync(page.Step.Task(1), "-0.41");
        Assert.Contains("still Pneumonia", await CheckAsync(user, page.Step.Task(1)), StringComparison.Ordinal);
        await user.TypeAsync(page.Step.Box("Bias b"), "-0.41");
        await ExpectAsync(page, "0.00", "0.000", "0.500");
        await Assertions.Expect(page.Browser.Locator(".equation .verdict b")).ToHaveTextAsync("Normal");
        Assert.Contains("You said so", await CheckAsync(user, page.Step.Task(1)), StringComparison.Ordinal);
        await ExplainAsync(user, page.Step.Task(1), "It moved the line, without turning it.");
        Assert.Equal("flip", await StoredAsync(page));

        await PredictAsync(user, page.Step.Task(2), "The line stays, ŷ moves away from 0.5");
        await SetWeightsAsync(user, page, "1.4", "-1", "0.2");
        await ExpectAsync(page, "1.02", "1.020", "0.735");
        Assert.Contains("0.625 to 0.735", await CheckAsync(user, page.Step.Task(2)), StringComparison.Ordinal);
        await ExplainAsync(user, page.Step.Task(2), "2z has the same sign as z, and the verdict hangs on the sign alone.");

        await PredictAsync(user, page.Step.Task(3), "Level, along the x1 axis");
        await SetWeightsAsync(user, page, "0", "-0.5", "0.1");
        Assert.Contains("at x2 = 0.20", await CheckAsync(user, page.Step.Task(3)), StringComparison.Ordinal);
        await ExplainAsync(user, page.Step.Task(3), "The line is at right angles to w, and w now points straight down.");

        await PredictAsync(user, page.Step.Task(4), "Up, above 0");
        await user.PressButtonAsync("Reset");
        await user.PressButtonAsync("25 steps");
        await Assertions.Expect(page.Step.Readout("after 25 steps")).ToBeVisibleAsync();
        double before = await OnScreen.NumberAsync(page.Step.Readout("loss before (nats)"));
        Assert.InRange(await OnScreen.NumberAsync(page.Step.Readout("after 25 steps")), 0, before - 0.01);
        Assert.Contains("w2 went from −0.50 to", await CheckAsync(user, page.Step.Task(4)), StringComparison.Ordinal);
        await ExplainAsync(user, page.Step.Task(4), "The mean of (y − p)·x2 over the patients.");

        await Assertions.Expect(Indicator(page)).ToContainTextAsync("✓");
        Assert.Equal("flip scale zero learn", await StoredAsync(page));
        await page.ReloadAsync();
        await Assertions.Expect(Indicator(page)).ToContainTextAsync("✓");
        await Assertions.Expect(page.Step.Task(1)).ToContainTextAsync("✓");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Dragging_the_line_moves_the_bias_and_the_address()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Neuron.Slug}");
        (float x, float y) = await OnScreen.PlaceAsync(Handle(page, "Line, shift"));
        LocatorBoundingBoxResult plane = (await Plane(page).BoundingBoxAsync())!;
        // A tenth of the picture up, which is 1.24 intensities high; w2 = −0.5 turns that into b, w stays.
        await OnScreen.DragAsync(page.Browser, (x, y), (x, y - (plane.Height / 10)));
        double moved = OnScreen.Number(await page.Step.Box("Bias b").InputValueAsync());
        Assert.InRange(moved, 0.1 + (0.5 * 0.124) - 0.011, 0.1 + (0.5 * 0.124) + 0.011);
        Assert.Equal("0.70", await page.Step.Box("Weight w1").InputValueAsync());
        await page.WaitForQueryAsync(FormattableString.Invariant($"?step={Neuron.Slug}&b={moved}"));
        await Assertions
            .Expect(Handle(page, "Line, shift"))
            .ToHaveAttributeAsync("aria-valuetext", FormattableString.Invariant($"b {moved:F2}"));

        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(Handle(page, "Input")),
            await OnScreen.PlaceAsync(Plane(page), across: (0.5 + 0.12) / 1.24, down: (1.12 - 0.9) / 1.24)
        );
        Assert.InRange(OnScreen.Number(await page.Step.Box("Intensity x1").InputValueAsync()), 0.49, 0.51);
        Assert.InRange(OnScreen.Number(await page.Step.Box("Intensity x2").InputValueAsync()), 0.89, 0.91);
        Assert.Empty(page.ConsoleWords);
    }

    private static ILocator Plane(AppPage page) => page.Step.Stage.Locator("[data-plane]");

    private static ILocator Boundary(AppPage page) => Plane(page).Locator("line.boundary");

    private static ILocator Handle(AppPage page, string name) =>
        Plane(page).GetByRole(AriaRole.Slider, new() { Name = name, Exact = true });

    private static ILocator Indicator(AppPage page) => page.Browser.Locator("nav.steps a[aria-current=step]");

    private static Task<string?> StoredAsync(AppPage page) =>
        page.Browser.EvaluateAsync<string?>("key => localStorage.getItem(key)", $"phantomnet.done.{Neuron.Slug}");

    private static async Task ExpectAsync(AppPage page, string z, string sum, string score)
    {
        ILocator lines = page.Browser.Locator(".equation .line");
        await Assertions.Expect(lines.Nth(2)).ToHaveTextAsync($"= {z}");
        await Assertions.Expect(lines.Nth(3)).ToContainTextAsync($"= {score}");
        await Assertions.Expect(page.Browser.Locator(".terms")).ToContainTextAsync(sum);
        await Assertions.Expect(page.Browser.Locator(".terms")).ToContainTextAsync(score);
        ILocator diagram = page.Browser.Locator("svg.diagram");
        await Assertions.Expect(diagram.GetByText(z, new() { Exact = true }).First).ToBeVisibleAsync();
        await Assertions
            .Expect(diagram)
            .ToHaveAttributeAsync("aria-label", OnScreen.Pattern($"z = {z}; σ makes it the score {score}\\.$"));
    }

    private static async Task SetWeightsAsync(KeyboardUser user, AppPage page, string w1, string w2, string b)
    {
        await user.TypeAsync(page.Step.Box("Weight w1"), w1);
        await user.TypeAsync(page.Step.Box("Weight w2"), w2);
        await user.TypeAsync(page.Step.Box("Bias b"), b);
    }

    private static Task PredictAsync(KeyboardUser user, ILocator task, string option) =>
        user.PressButtonAsync(task.GetByRole(AriaRole.Button, new() { Name = option, Exact = true }));

    private static async Task<string> CheckAsync(KeyboardUser user, ILocator task)
    {
        await user.PressButtonAsync(task.GetByRole(AriaRole.Button, new() { Name = "Check" }));
        return await task.Locator(".say").First.InnerTextAsync();
    }

    private static async Task ExplainAsync(KeyboardUser user, ILocator task, string answer)
    {
        await user.ChooseAsync(task.GetByRole(AriaRole.Group).Last, answer);
        await Assertions.Expect(task.Locator(".number")).ToHaveTextAsync("✓");
    }
}
