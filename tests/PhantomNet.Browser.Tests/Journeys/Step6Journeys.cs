using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step6Journeys(RunningApp app)
{
    private static readonly CourseStep Convolution = Course.Steps[5];

    [Fact]
    public async Task By_keyboard_both_layers_are_counted()
    {
        await using AppPage page = await OpenAsync();
        KeyboardUser user = new(page);
        ILocator counts = page.Browser.Locator(".count b");
        await Assertions.Expect(counts).ToHaveTextAsync(["25,088", "288", "87.1 : 1"]);
        await user.ChooseAsync(Group(page.Step.Controls, "Image size, pixels"), "224");
        await user.PressAsync(page.Step.Slider("Neurons or filters"), "End");
        await Assertions.Expect(counts).ToHaveTextAsync(["6,422,528", "1,152", "5,575 : 1"]);
        await page.WaitForQueryAsync($"?step={Convolution.Slug}&size=224&n=128");

        ILocator cost = Section(page, "Fewer weights is not less arithmetic");
        await user.ChooseAsync(Group(cost, "Image size, pixels"), "224");
        await Assertions
            .Expect(cost.GetByRole(AriaRole.Row, new() { Name = "multiply-adds, forward" }).Locator("td"))
            .ToHaveTextAsync(["6,422,528", "14,450,688"]);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_window_meets_other_pixels_and_the_same_weights()
    {
        await using AppPage page = await OpenAsync();
        KeyboardUser user = new(page);
        await user.PressAsync(page.Step.Stage.GetByRole(AriaRole.Application).First, "ArrowRight", times: 3);
        await page.WaitForQueryAsync($"?step={Convolution.Slug}&col=11");
        double[] pixels = await NumbersAsync(page.Step.Stage.Locator(".nine").Nth(0));
        double[] weights = await NumbersAsync(page.Step.Stage.Locator(".nine").Nth(1));
        Assert.Equal([-1, 0, 1, -2, 0, 2, -1, 0, 1], weights);
        double shown = OnScreen.Number(
            (await page.Step.Stage.Locator(".readout b").First.InnerTextAsync()).TrimStart('=', ' ')
        );
        // Nine pixels are shown to two decimals, and weigh eight in all.
        Assert.Equal(pixels.Zip(weights, (pixel, weight) => pixel * weight).Sum(), shown, 8 * 0.005 + 0.005);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_matrix_comes_down_to_nine_numbers()
    {
        await using AppPage page = await OpenAsync();
        KeyboardUser user = new(page);
        ILocator matrix = Section(page, "The matrix that it is");
        ILocator numbers = matrix.Locator(".readout b");
        await Assertions.Expect(numbers).ToHaveTextAsync(["4,096", "4,096", "4,096"]);
        await user.ChooseAsync(Group(matrix, "Connections"), "Local");
        await Assertions.Expect(numbers).ToHaveTextAsync(["4,096", "484", "484"]);
        await user.ChooseAsync(Group(matrix, "Connections"), "Shared");
        await Assertions.Expect(numbers).ToHaveTextAsync(["4,096", "484", "9"]);
        await user.ChooseAsync(Group(matrix, "Image"), "10×10");
        await Assertions.Expect(numbers).ToHaveTextAsync(["10,000", "784", "9"]);
        Assert.InRange(await OnScreen.NumberAsync(matrix.Locator(".check b")), 0, 1e-6);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Dragging_the_lesion_moves_the_map_and_a_stride_breaks_it()
    {
        await using AppPage page = await OpenAsync();
        KeyboardUser user = new(page);
        ILocator shift = Section(page, "Move the lesion, and the map moves");
        ILocator image = shift.Locator("[data-plane]").First;
        await Assertions.Expect(shift.Locator(".ring")).ToHaveCountAsync(3);
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(image, across: 0.3, down: 0.45),
            await OnScreen.PlaceAsync(image, across: 0.35, down: 0.4)
        );
        Assert.NotEqual("0", await page.Step.Box("Pixels to the right").InputValueAsync(), StringComparer.Ordinal);
        Assert.False(await page.Step.Box("Pixels to the right").InputValueAsync() == "0");
        ILocator numbers = shift.Locator(".readout b");
        await Assertions.Expect(numbers.First).ToHaveTextAsync("0");
        Assert.True(await OnScreen.NumberAsync(numbers.Nth(2)) > 0.1);
        ILocator values = shift.Locator("tbody tr td:last-child");
        Assert.Equal(await values.First.InnerTextAsync(), await values.Last.InnerTextAsync());

        await user.TypeAsync(page.Step.Box("Pixels to the right"), "1");
        await user.TypeAsync(page.Step.Box("Pixels down"), "0");
        await user.ChooseAsync(Group(shift, "Stride of the convolution"), "2");
        await Assertions.Expect(numbers.First).Not.ToHaveTextAsync("0");
        await user.TypeAsync(page.Step.Box("Pixels to the right"), "2");
        await Assertions.Expect(numbers.First).ToHaveTextAsync("0");
        Assert.Empty(page.ConsoleWords);
    }

    private async Task<AppPage> OpenAsync()
    {
        AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Convolution.Slug}");
        await Assertions.Expect(page.Browser.GetByText("Taking the radiograph")).ToHaveCountAsync(0);
        return page;
    }

    private static async Task<double[]> NumbersAsync(ILocator table) =>
        [.. (await table.Locator("td").AllInnerTextsAsync()).Select(OnScreen.Number)];

    private static ILocator Group(ILocator within, string legend) =>
        within.GetByRole(AriaRole.Group, new() { Name = legend, Exact = true });

    private static ILocator Section(AppPage page, string title) =>
        page.Browser.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
