using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

/// <summary>On paper, and in a browser that fails a step.</summary>
public sealed class ResilienceTests(RunningApp app)
{
    public static TheoryData<string> OpenPages => AddressTests.OpenPages;

    [Theory]
    [MemberData(nameof(OpenPages))]
    public async Task A_step_prints_without_what_can_only_be_clicked(string slug)
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"?step={slug}");
        await page.Browser.EmulateMediaAsync(new() { Media = Media.Print });
        await Assertions.Expect(page.Title).ToBeVisibleAsync();
        await Assertions.Expect(page.Browser.Locator("nav.steps")).ToBeHiddenAsync();
        await Assertions.Expect(page.Browser.Locator("nav.around")).ToBeHiddenAsync();
        string ink = await page.Browser.EvaluateAsync<string>("() => getComputedStyle(document.body).color");
        Assert.Equal("rgb(23, 32, 43)", ink);
        byte[] pdf = await page.Browser.PdfAsync(new() { Format = "A4" });
        Assert.True(pdf.Length > 1000);
    }

    // Some browsers that guard against fingerprinting hand out no drawing context: a real way for a step to fail.
    [Theory]
    [MemberData(nameof(OpenPages))]
    public async Task A_step_that_can_not_draw_leaves_the_others_alive(string slug)
    {
        CourseStep other = Course.Steps.First(step => step.IsOpen && step.Slug != slug);
        await using AppPage page = await app.NewPageAsync();
        await page.Browser.AddInitScriptAsync("HTMLCanvasElement.prototype.getContext = () => null");
        await page.OpenAsync($"?step={slug}");
        await page.GoToStepAsync(other.Name);
        await page.WaitForQueryAsync($"?step={other.Slug}");
        await Assertions.Expect(page.Title).ToBeVisibleAsync();
        await page.Browser.Locator(".brand").ClickAsync();
        await page.WaitForTitleAsync("From one neuron to a network that reads chest radiographs");
        await Assertions.Expect(page.Browser.Locator("#blazor-error-ui")).ToBeHiddenAsync();
    }
}
