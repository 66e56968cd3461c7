using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step2Journeys(RunningApp app)
{
    private const float Patience = 240_000;
    private const double LearningRate = 0.3;

    // Half of the last of the five decimals that are shown, of each of two numbers and of their difference.
    private const double Rounding = 2e-5;

    private static readonly CourseStep Boundary = Course.Steps[1];

    [Fact]
    public async Task By_keyboard_a_hidden_layer_learns_what_one_neuron_cannot()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Boundary.Slug}");
        await user.ChooseAsync(page.Browser.GetByRole(AriaRole.Group, new() { Name = "Points", Exact = true }), "XOR");
        await user.PressAsync(page.Step.Slider("Hidden layers"), "ArrowRight");
        await page.WaitForQueryAsync($"?step={Boundary.Slug}&data=xor&layers=1");
        // 2 · 8 + 8 of the hidden layer, 8 + 1 of the output.
        await Assertions.Expect(page.Browser.GetByText("33 parameters")).ToBeVisibleAsync();
        string first = await Shown(page, "train loss").InnerTextAsync();
        Assert.InRange(OnScreen.Number(first), 0.3, 2);

        ILocator train = page.Step.Stage.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true });
        ILocator pause = page.Step.Stage.GetByRole(AriaRole.Button, new() { Name = "Pause", Exact = true });
        await user.PressButtonAsync(train);
        await Assertions.Expect(Shown(page, "epochs")).ToHaveTextAsync(OnScreen.AtLeast300, new() { Timeout = Patience });
        // The focus stays on the button, whatever it says: the next Enter pauses.
        await Assertions.Expect(pause).ToBeFocusedAsync();
        await page.Browser.Keyboard.PressAsync("Enter");
        await Assertions.Expect(train).ToBeFocusedAsync();
        Assert.InRange(await OnScreen.NumberAsync(Shown(page, "test accuracy")), 97, 100);
        Assert.True(await OnScreen.NumberAsync(Shown(page, "train loss")) < OnScreen.Number(first) / 2);

        string paused = await OnScreen.AtRestAsync(Shown(page, "epochs"));
        ILocator scrubber = page.Step.Stage.GetByRole(AriaRole.Slider, new() { NameRegex = OnScreen.Pattern("^Epoch shown") });
        await user.PressAsync(scrubber, "ArrowLeft");
        await Assertions.Expect(Shown(page, "epochs")).Not.ToHaveTextAsync(paused);
        Assert.True(await OnScreen.NumberAsync(Shown(page, "epochs")) < OnScreen.Number(paused));
        await user.PressAsync(scrubber, "Home");
        await Assertions.Expect(Shown(page, "epochs")).ToHaveTextAsync("0");
        await Assertions.Expect(Shown(page, "train loss")).ToHaveTextAsync(first);
        await user.PressAsync(scrubber, "End");
        await Assertions.Expect(Shown(page, "epochs")).ToHaveTextAsync(paused);

        await user.PressButtonAsync("Same weights");
        await Assertions.Expect(Shown(page, "epochs")).ToHaveTextAsync("0");
        await Assertions.Expect(Shown(page, "train loss")).ToHaveTextAsync(first);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_minibatch_is_walked_to_its_update()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Boundary.Slug}&layers=1&neurons=3");
        ILocator walk = page.Browser.GetByRole(AriaRole.Region, new() { Name = "One minibatch, step by step", Exact = true });
        ILocator next = walk.GetByRole(AriaRole.Button).First;
        ILocator phase = walk.Locator("[aria-current=step]");
        await user.PressButtonAsync(next);
        foreach (string name in (string[])["Forward", "Loss", "Backward", "Update"])
        {
            await Assertions.Expect(phase).ToHaveTextAsync(name);
            if (name != "Update")
            {
                // The focus has stayed where it was.
                await Assertions.Expect(next).ToBeFocusedAsync();
                await page.Browser.Keyboard.PressAsync("Enter");
            }
        }

        double[][] points = await RowsAsync(
            walk.GetByRole(AriaRole.Region, new() { Name = "Points of the minibatch" }),
            skip: 4
        );
        Assert.Equal(10, points.Length);
        Assert.All(points, cells => Assert.Equal(1 / (1 + Math.Exp(-cells[0])), cells[1], 2e-4));

        double[][] parameters = await RowsAsync(walk.GetByRole(AriaRole.Region, new() { Name = "Parameters with" }), skip: 1);
        Assert.Equal(13, parameters.Length);
        Assert.All(parameters, cells => Assert.Equal(cells[3], cells[0] + cells[2], Rounding));
        Assert.All(parameters, cells => Assert.Equal(-LearningRate * cells[1], cells[2], Rounding));
        await Assertions.Expect(page.Step.Stage.GetByText("epochs, 1 of 12 minibatches")).ToBeVisibleAsync();
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_point_is_added_at_the_crosshair_and_Back_takes_it_away()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Boundary.Slug}");
        await user.PressAsync(page.Browser.GetByText("Edit the training points", new() { Exact = true }), "Enter");
        await user.ChooseAsync(page.Browser.GetByRole(AriaRole.Group, new() { Name = "A tap on the plane" }), "adds ▲");
        await user.PressAsync(page.Step.Slider("Crosshair x1"), "End");
        await user.TypeAsync(page.Step.Box("Crosshair x2"), "-0.5");
        await user.PressButtonAsync("Add ▲ at the crosshair");
        await user.PressButtonAsync("Show the points");
        ILocator added = page.Browser.GetByRole(AriaRole.Row, new() { NameRegex = OnScreen.Pattern("^train 121 ") });
        await Assertions.Expect(added).ToContainTextAsync("1.200");
        await Assertions.Expect(added).ToContainTextAsync("−0.500");
        await Assertions.Expect(added).ToContainTextAsync("▲ Pneumonia");
        Assert.Contains("edited=", page.Query, StringComparison.Ordinal);

        await page.Browser.GoBackAsync();
        await Assertions.Expect(added).ToHaveCountAsync(0);
        Assert.Equal($"?step={Boundary.Slug}", page.Query);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_point_is_added_and_moved_and_the_mark_of_the_ROC_curve_dragged()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Boundary.Slug}");
        await page.Browser.GetByText("Edit the training points", new() { Exact = true }).ClickAsync();
        await page.Step.PressAsync("Show the points");
        ILocator plane = page.Step.Stage.Locator("[data-plane]");
        ILocator added = page.Browser.GetByRole(AriaRole.Row, new() { NameRegex = OnScreen.Pattern("^train 121 ") });

        await page.Browser.GetByRole(AriaRole.Radio, new() { Name = "adds ●", Exact = true }).ClickAsync();
        (float x, float y) = await OnScreen.PlaceAsync(plane, across: 0.25, down: 0.25);
        await page.Browser.Mouse.ClickAsync(x, y);
        await ExpectNearAsync(added, -0.6, 0.6);

        await page.Browser.GetByRole(AriaRole.Radio, new() { Name = "moves", Exact = true }).ClickAsync();
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(plane, across: 0.25, down: 0.25),
            await OnScreen.PlaceAsync(plane, across: 0.5, down: 0.75)
        );
        await ExpectNearAsync(added, 0, -0.6);

        ILocator section = page.Browser.GetByRole(AriaRole.Region, new() { Name = "Where to put the threshold" });
        ILocator roc = section.Locator("[data-plane]");
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(roc.Locator(".mark")),
            await OnScreen.PlaceAsync(roc, across: 0.98, down: 0.02)
        );
        await Assertions.Expect(Measure(section, "Sensitivity")).ToHaveTextAsync("1.000");
        double low = OnScreen.Number(await page.Step.Box("Threshold").InputValueAsync());
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(roc.Locator(".mark")),
            await OnScreen.PlaceAsync(roc, across: 0.001, down: 0.999)
        );
        await Assertions.Expect(Measure(section, "Specificity")).ToHaveTextAsync("1.000");
        Assert.True(OnScreen.Number(await page.Step.Box("Threshold").InputValueAsync()) > low);
        await page.Browser.WaitForURLAsync(OnScreen.Pattern("[?&]t=[01]"));
        Assert.Empty(page.ConsoleWords);
    }

    // The label of the epochs goes on where one is under way: “epochs, 3 of 12 minibatches”.
    private static ILocator Shown(AppPage page, string label) =>
        page
            .Step.Stage.Locator(
                ".readout",
                new() { Has = page.Browser.GetByText(OnScreen.Pattern($"^{label}(, .* minibatches)?$")) }
            )
            .Locator("b");

    private static ILocator Measure(ILocator section, string name) =>
        section.Locator("dl > div", new() { HasText = name }).Locator("dd").First;

    private static async Task ExpectNearAsync(ILocator row, double x1, double x2)
    {
        await Assertions.Expect(row).ToBeVisibleAsync();
        // A move is on screen a moment after the pointer.
        double[] cells = [];
        for (int i = 0; i < 100 && !(cells is [var a, var b] && Math.Abs(a - x1) < 0.02 && Math.Abs(b - x2) < 0.02); i++)
        {
            await Task.Delay(100);
            IReadOnlyList<string> texts = await row.Locator("td").AllInnerTextsAsync();
            cells = [OnScreen.Number(texts[0]), OnScreen.Number(texts[1])];
        }

        Assert.InRange(cells[0], x1 - 0.02, x1 + 0.02);
        Assert.InRange(cells[1], x2 - 0.02, x2 + 0.02);
    }

    private static async Task<double[][]> RowsAsync(ILocator region, int skip)
    {
        List<double[]> rows = [];
        foreach (ILocator row in await region.Locator("tbody tr").AllAsync())
        {
            IReadOnlyList<string> cells = await row.Locator("th, td").AllInnerTextsAsync();
            rows.Add([.. cells.Skip(skip).Select(OnScreen.Number)]);
        }

        return [.. rows];
    }
}
