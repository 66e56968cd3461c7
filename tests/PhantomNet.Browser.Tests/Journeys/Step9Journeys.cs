using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step9Journeys(RunningApp app)
{
    private const float Patience = 240_000;

    private static readonly CourseStep Whole = Course.Steps[8];

    [Fact]
    public async Task By_keyboard_a_stage_is_chosen_and_its_sum_adds_up()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Whole.Slug}");
        await Assertions.Expect(page.Step.Stage.GetByText("Choose a stage")).ToBeVisibleAsync();
        await page.Browser.Locator("canvas#overview").WaitForAsync(new() { Timeout = Patience });
        ILocator strip = Group(page, "Stage").GetByRole(AriaRole.Radio);
        await user.PressAsync(strip.First, "Space");
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("1 · Image");
        for (int i = 0; i < 4; i++)
        {
            await page.Browser.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(Heading(page)).ToHaveTextAsync("5 · Convolution 2");
        await page.WaitForQueryAsync($"?step={Whole.Slug}&stage=5");
        Assert.Equal(["8×32×32", "16×32×32", "1,168", "1,179,648"], await Readouts(page).AllInnerTextsAsync());

        // Eight maps of nine products, and the bias, give the number on show.
        ILocator sums = page.Step.Stage.Locator(".channels label span");
        await Assertions.Expect(sums).ToHaveCountAsync(8); // drawn after the stage itself
        IReadOnlyList<string> maps = await sums.AllInnerTextsAsync();
        double sum = maps.Sum(text => OnScreen.Number(text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^1]));
        string line = await page.Step.Stage.Locator("p.sum").InnerTextAsync();
        double bias = OnScreen.Number(line.Split("bias ")[1].Split(':')[0]);
        double output = OnScreen.Number(await page.Step.Stage.Locator("p.sum b").InnerTextAsync());
        Assert.Equal(output, sum + bias, 0.006); // ten numbers rounded to three decimals
        await page.ReloadAsync();
        await Assertions.Expect(page.Step.Stage.Locator("p.sum b")).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Equal(output, OnScreen.Number(await page.Step.Stage.Locator("p.sum b").InnerTextAsync()));
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_pipeline_runs_from_the_image_to_two_scores()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Whole.Slug}&ill=0");
        await Assertions
            .Expect(page.Step.Controls.GetByText("True label: Normal"))
            .ToBeVisibleAsync(new() { Timeout = Patience });
        await user.PressButtonAsync("Run pipeline");
        await Assertions.Expect(Heading(page)).ToHaveTextAsync("13 · Output", new() { Timeout = Patience });
        await Assertions.Expect(page.Browser.GetByRole(AriaRole.Button, new() { Name = "Run pipeline" })).ToBeVisibleAsync();
        ILocator softmax = page.Step.Stage.Locator("p.working b");
        IReadOnlyList<string> scores = await softmax.AllInnerTextsAsync();
        Assert.Equal(1, scores.Sum(OnScreen.Number), 1e-4);
        Assert.True(OnScreen.Number(scores[0]) > 0.5);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_courses_network_has_counts_and_no_maps()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Whole.Slug}&stage=12");
        await user.PredictAsync(page.Step.Task(2), "50");
        await user.ChooseAsync(Group(page, "Network"), "The course’s, 224×224");
        await Assertions.Expect(Readouts(page).First).ToHaveTextAsync("100,352");
        Assert.Equal(["100,352", "256", "25,690,368", "25,690,112"], await Readouts(page).AllInnerTextsAsync());
        await Assertions.Expect(page.Step.Stage.GetByText("is a spec here, without weights")).ToBeVisibleAsync();
        await Assertions.Expect(page.Browser.Locator("canvas#map")).ToHaveCountAsync(0);
        Assert.StartsWith("25,690,368 of 25,783,554, 99.6 %.", await page.Step.CheckAsync(2), StringComparison.Ordinal);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task On_the_way_back_a_pool_leaves_three_quarters_without_a_gradient()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Whole.Slug}&stage=9");
        await page.Browser.Locator("canvas#map").WaitForAsync(new() { Timeout = Patience });
        await page.Step.PredictAsync(3, "A quarter");
        await user.ChooseAsync(Group(page, "Direction"), "Backward: gradients");
        string said = await page.Step.CheckAsync(3);
        double share = OnScreen.Number(said.Split("a gradient, ")[1].Split(" %")[0]);
        Assert.InRange(share, 0.1, 25);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Covered_with_health_the_map_lies_on_the_lesion()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Whole.Slug}&by=healthy");
        ILocator saliency = page.Browser.GetByRole(
            AriaRole.Region,
            new() { Name = "Saliency against the truth", Exact = true }
        );
        ILocator cover = saliency.GetByRole(AriaRole.Button, new() { Name = "Cover the image" });
        await Assertions.Expect(cover).ToBeEnabledAsync(new() { Timeout = Patience });
        await user.PressButtonAsync(cover);
        await page.Browser.Locator("canvas#saliency-map").WaitForAsync(new() { Timeout = Patience });
        IReadOnlyList<string> numbers = await saliency.Locator(".readout b").AllInnerTextsAsync();
        double[] logits = [.. numbers[0].Split(" → ").Select(OnScreen.Number)];
        Assert.True(logits[0] > 0 && logits[1] < 0, numbers[0]);
        double inside = OnScreen.Number(numbers[1].Split(' ')[0]);
        double area = OnScreen.Number(numbers[2].Split(' ')[0]);
        Assert.True(inside > 5 * area, $"{inside} % of the map lies in {area} % of the image.");
        Assert.Empty(page.ConsoleWords);
    }

    private static ILocator Heading(AppPage page) => page.Step.Stage.GetByRole(AriaRole.Heading, new() { Level = 2 });

    private static ILocator Readouts(AppPage page) => page.Step.Stage.Locator(".readout b");

    private static ILocator Group(AppPage page, string name) =>
        page.Browser.GetByRole(AriaRole.Group, new() { Name = name, Exact = true });
}
