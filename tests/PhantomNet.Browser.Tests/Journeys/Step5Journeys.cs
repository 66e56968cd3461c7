using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class Step5Journeys(RunningApp app)
{
    private const float Patience = 300_000;

    private static readonly CourseStep Images = Course.Steps[4];

    [Fact]
    public async Task By_keyboard_pixels_are_shuffled_and_the_output_stays_to_the_last_digit()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Images.Slug}");
        ILocator outputs = page.Step.Stage.Locator(".output");
        await Assertions.Expect(outputs).ToHaveCountAsync(2);
        string first = await outputs.Nth(0).InnerTextAsync();
        Assert.Equal(first, await outputs.Nth(1).InnerTextAsync());

        await user.PressButtonAsync("Shuffle again");
        await page.WaitForQueryAsync($"?step={Images.Slug}&shuffle=2");
        Assert.Equal([first, first], await outputs.AllInnerTextsAsync());

        ILocator weights = page.Browser.GetByRole(
            AriaRole.Group,
            new() { Name = "First-layer weights for the shuffled image" }
        );
        await user.ChooseAsync(weights, "Left where they were");
        await Assertions.Expect(outputs.Nth(0)).ToHaveTextAsync(first);
        await Assertions.Expect(outputs.Nth(1)).Not.ToHaveTextAsync(first);
        await user.PressButtonAsync("Put them back");
        await Assertions.Expect(outputs.Nth(1)).ToHaveTextAsync(first);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_pixel_is_followed_into_the_shuffled_image()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Images.Slug}");
        ILocator keys = page.Step.Stage.Locator(".keys");
        await Assertions.Expect(keys).ToHaveCountAsync(2);
        await user.PressAsync(keys.Nth(0), "ArrowRight", times: 3);
        await page.WaitForQueryAsync($"?step={Images.Slug}&pixel=30.18");
        ILocator patches = page.Step.Stage.Locator("svg.patch");
        Assert.Equal(
            await patches.Nth(0).Locator("text").Nth(4).TextContentAsync(),
            await patches.Nth(1).Locator("text").Nth(4).TextContentAsync()
        );
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_the_weights_of_224_by_224_pixels_and_128_neurons_are_counted()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Images.Slug}");
        await user.TypeAsync(page.Step.Box("Side of the image"), "224");
        await user.TypeAsync(page.Step.Box("Neurons"), "128");
        await Assertions.Expect(Section(page, "Too many weights").Locator(".total b")).ToHaveTextAsync("6,422,528");
        await page.WaitForQueryAsync($"?step={Images.Slug}&side=224&neurons=128");
    }

    [Fact]
    public async Task Dragging_the_disc_to_the_opposite_corner_leaves_all_its_weights_behind()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={Images.Slug}");
        ILocator section = Section(page, "The same lesion elsewhere");
        ILocator picture = section.Locator("[data-plane]").First;
        await picture.ScrollIntoViewIfNeededAsync();
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(picture, across: 0.15, down: 0.15),
            await OnScreen.PlaceAsync(picture, across: 0.95, down: 0.95)
        );
        await page.WaitForQueryAsync($"?step={Images.Slug}&lesion=13.13");
        IReadOnlyList<string> shared = await section.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync();
        Assert.Equal(["13 of 13", "0 of 13", "0 of 13", "0 of 13", "13 of 13"], shared);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_twins_learn_alike_digit_for_digit_and_the_convolutional_network_falls_behind()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"?step={Images.Slug}");
        ILocator section = Section(page, "The twins in training");
        await user.PressButtonAsync(section.GetByRole(AriaRole.Button, new() { Name = "Train", Exact = true }));
        await Assertions.Expect(section.GetByText("Trained and tested.")).ToBeVisibleAsync(new() { Timeout = Patience });

        IReadOnlyList<string> losses = await section.Locator("tbody tr td:nth-child(2)").AllInnerTextsAsync();
        IReadOnlyList<string> accuracies = await section.Locator("tbody tr td:nth-child(3)").AllInnerTextsAsync();
        Assert.Equal(4, losses.Count);
        Assert.Equal(losses[0], losses[1]);
        Assert.Equal(accuracies[0], accuracies[1]);
        Assert.True(OnScreen.Number(losses[3]) > 2 * OnScreen.Number(losses[2]));
        Assert.True(OnScreen.Number(accuracies[2]) > OnScreen.Number(accuracies[3]) + 5);
        await Assertions.Expect(section.GetByText("in 20 of 20 epochs")).ToBeVisibleAsync();
        await Assertions.Expect(Section(page, "The same picture, put back in order").Locator("canvas")).ToHaveCountAsync(3);
        Assert.Empty(page.ConsoleWords);
    }

    private static ILocator Section(AppPage page, string title) =>
        page.Browser.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
