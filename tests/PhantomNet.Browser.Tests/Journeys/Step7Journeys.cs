using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step7Journeys(RunningApp app)
{
    private const float Patience = 300_000;

    private static readonly CourseStep Kernels = Course.Steps[6];

    // The gains of the course, worked out by hand: √(9/81), 6/16, √12, √29, √72.
    [Theory]
    [InlineData("Box blur", "1.000", "0.333")]
    [InlineData("Gaussian blur", "1.000", "0.375")]
    [InlineData("Sobel", "0.000", "3.464")]
    [InlineData("Sharpen", "1.000", "5.385")]
    [InlineData("Laplacian", "0.000", "8.485")]
    public async Task A_preset_says_its_sum_and_its_gain_and_the_measured_noise_agrees(string preset, string sum, string gain)
    {
        await using AppPage page = await OpenAsync();
        await page.Step.ChooseAsync("Preset", preset);
        ILocator stage = page.Step.Stage;
        await Assertions.Expect(Readout(stage, "uniform areas are multiplied by it")).ToHaveTextAsync(sum);
        await Assertions.Expect(Readout(stage, "white noise is multiplied by it")).ToHaveTextAsync(gain);
        await Assertions
            .Expect(page.Browser.GetByText("√Σk² lies within the interval."))
            .ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_the_window_moves_and_the_nine_products_sum_to_the_output()
    {
        await using AppPage page = await OpenAsync();
        KeyboardUser user = new(page);
        await page.Step.ChooseAsync("Preset", "Sobel");
        ILocator output = Readout(page.Step.Stage, "output, row");
        string before = await page.Step.Stage.Locator(".sum .readout span").InnerTextAsync();
        await user.PressAsync(page.Step.Stage.Locator(".keys").First, "ArrowRight", times: 5);
        await Assertions.Expect(page.Step.Stage.Locator(".sum .readout span")).Not.ToHaveTextAsync(before);
        string[] products =
        [
            .. await page.Step.Stage.Locator(".sum table", new() { HasText = "Products" }).Locator("td").AllInnerTextsAsync(),
        ];
        Assert.Equal(9, products.Length);

        // Each product is shown to two decimals, the output to three: half of the last one each.
        Assert.Equal(await OnScreen.NumberAsync(output), products.Sum(OnScreen.Number), (9 * 0.005) + 0.0005);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_hidden_kernel_is_learned_and_a_typed_weight_is_refused_with_a_message()
    {
        await using AppPage page = await OpenAsync();
        await page.Step.ChooseAsync("Preset", "Sobel");
        await page.Step.PressAsync("Learn");
        ILocator loss = page.Step.Readout("mean squared error");
        await Assertions.Expect(loss).ToHaveTextAsync(OnScreen.Pattern("e−[5-9]$|e−1[0-9]$"), new() { Timeout = Patience });
        ILocator weight = page.Browser.GetByRole(AriaRole.Textbox, new() { Name = "Weight, row 1, column 1" });
        await weight.FillAsync("twelve");
        await weight.PressAsync("Tab");
        await Assertions.Expect(page.Browser.GetByText("A weight can’t be “twelve”.")).ToBeVisibleAsync();
        Assert.Empty(page.ConsoleWords);
    }

    private async Task<AppPage> OpenAsync()
    {
        AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Kernels.Slug}");
        await Assertions.Expect(page.Step.Stage.Locator(".sum table").First).ToBeVisibleAsync(new() { Timeout = Patience });
        return page;
    }

    private static ILocator Readout(ILocator place, string label) =>
        place.Locator(".readout", new() { HasText = label }).Locator("b");
}
