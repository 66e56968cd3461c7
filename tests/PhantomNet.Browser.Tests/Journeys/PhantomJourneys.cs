using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;
using PhantomNet.Browser.Tests.Setup;
using PhantomNet.Exercises;

namespace PhantomNet.Browser.Tests.Journeys;

public sealed class PhantomJourneys(RunningApp app)
{
    private const float Patience = 240_000;

    private static readonly string Start = $"?step={Course.Find("phantom")!.Slug}";

    // Grey levels of the canvas, one for each pixel.
    private const string ReadGreys = """
        (id) => {
          const canvas = document.getElementById(id);
          const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return Array.from({ length: data.length / 4 }, (_, i) => data[i * 4]);
        }
        """;

    [Fact]
    public async Task By_keyboard_the_beam_is_hardened_and_its_numbers_are_those_of_the_notes()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync(Start);
        await Assertions.Expect(page.Step.Readout("mean energy")).ToHaveTextAsync("56.0 keV");
        await Assertions.Expect(page.Step.Readout("half-value layer")).ToHaveTextAsync("4.86 mm Al");
        await user.TypeAsync(page.Step.Box("Tube voltage"), "80");
        await Assertions.Expect(page.Step.Readout("mean energy")).ToHaveTextAsync("43.5 keV");
        await Assertions.Expect(page.Step.Readout("half-value layer")).ToHaveTextAsync("3.00 mm Al");
        await page.WaitForQueryAsync($"{Start}&kvp=80");
        await user.PressAsync(page.Step.Slider("Tube voltage"), "ArrowRight", times: 2);
        await page.WaitForQueryAsync($"{Start}&kvp=82");
        await page.ReloadAsync();
        await Assertions.Expect(page.Step.Box("Tube voltage")).ToHaveValueAsync("82");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_quarter_of_the_exposure_brings_a_quarter_of_the_quanta_and_twice_the_noise()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"{Start}&mas=0.004");
        ILocator open = page.Step.Readout("quanta per pixel, open beam, no grid");
        await Assertions.Expect(open).ToHaveTextAsync("23,228");
        await user.PredictAsync(page.Step.Task(2), "2");
        Assert.Contains("no pair", await page.Step.CheckAsync(2), StringComparison.Ordinal);
        await user.TypeAsync(page.Step.Box("Exposure"), "0.001");
        await Assertions.Expect(open).ToHaveTextAsync("5,807");
        string said = await page.Step.CheckAsync(2);
        Assert.Contains("from 2 exposures. You said 2: right.", said, StringComparison.Ordinal);
        double factor = double.Parse(
            said.Split("a factor of ")[1].Split(' ')[0],
            System.Globalization.CultureInfo.InvariantCulture
        );

        // Two standard deviations of 256 pixels each: 6 % of standard error.
        Assert.InRange(factor, 1.6, 2.4);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task By_keyboard_a_pixel_is_read_and_agrees_with_the_image()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"{Start}&size=64");
        ILocator cross = page.Step.Slider("Pixel that is read");
        await user.PressAsync(cross, "ArrowRight", times: 3);
        await user.PressAsync(cross, "ArrowUp");
        await Assertions.Expect(Fact(page, "row, column")).ToHaveTextAsync("24, 23");
        int[] greys = await page.Browser.EvaluateAsync<int[]>(ReadGreys, "phantom-image");
        Assert.Equal(64 * 64, greys.Length);
        Assert.Equal(greys[(23 * 64) + 22], await OnScreen.NumberAsync(Fact(page, "grey shown, 0–255")));
        Assert.Equal(0, greys[0]);
        Assert.Contains(255, greys);

        // The stage in the place of the image has the same pixel's bone.
        await user.ChooseAsync(
            page.Browser.GetByRole(AriaRole.Group, new() { Name = "The chain, and what is shown of it" }),
            "bone"
        );
        await page.WaitForQueryAsync($"{Start}&size=64&stage=bone");
        await Assertions.Expect(page.Step.Stage.Locator(".grey-scale")).ToContainTextAsync("g/cm²");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_end_of_the_line_is_dragged_and_stands_in_the_address()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"{Start}&size=64");
        ILocator image = page.Step.Stage.Locator("[data-plane]").First;
        await OnScreen.DragAsync(
            page.Browser,
            await OnScreen.PlaceAsync(image, 2 / 40.0, 19 / 40.0),
            await OnScreen.PlaceAsync(image, 0.25, 0.75)
        );
        ILocator across = page.Browser.GetByRole(AriaRole.Spinbutton, new() { Name = "x1, end 1, cm from the left" });
        Assert.Equal(10, double.Parse(await across.InputValueAsync(), System.Globalization.CultureInfo.InvariantCulture), 0.21);
        await page.Browser.WaitForURLAsync(url => url.Contains("&x1=", StringComparison.Ordinal));
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_large_exposure_is_overtaken_and_the_last_setting_is_shown()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"{Start}&size=64");
        await Assertions.Expect(page.Step.Readout("mean energy")).ToHaveTextAsync("56.0 keV");
        await page.Step.ChooseAsync("Matrix", "512");
        await page.Step.TypeAsync("Tube voltage", "90");
        await page.Step.TypeAsync("Tube voltage", "80");
        await Assertions.Expect(page.Step.Readout("mean energy")).ToHaveTextAsync("43.5 keV", new() { Timeout = Patience });
        await page.Browser.WaitForFunctionAsync(
            "() => document.getElementById('phantom-image').width === 512",
            null,
            new() { Timeout = Patience }
        );
        int[] greys = await page.Browser.EvaluateAsync<int[]>(ReadGreys, "phantom-image");
        Assert.Equal(512 * 512, greys.Length);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task Two_settings_are_compared_and_alike_settings_have_no_difference()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"{Start}&size=64");
        await page.Step.PressAsync("Keep this as B");
        await Assertions.Expect(page.Browser.GetByText("A and B are set alike")).ToBeVisibleAsync();
        await Assertions.Expect(page.Browser.GetByText("A less B, pixel by pixel")).ToBeVisibleAsync();
        Assert.All(
            await page.Browser.EvaluateAsync<int[]>(ReadGreys, "phantom-difference"),
            grey => Assert.InRange(grey, 127, 128)
        );
        await page.Step.TypeAsync("Tube voltage", "60");
        ILocator table = page.Browser.GetByRole(AriaRole.Table, new() { Name = "Settings that differ" });
        await Assertions.Expect(table.GetByRole(AriaRole.Row)).ToHaveCountAsync(2);
        await Assertions.Expect(table.GetByRole(AriaRole.Row).Last).ToContainTextAsync("60 kV");
        await page.WaitForQueryAsync($"{Start}&kvp=60&size=64&compare=1&b.size=64");
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task The_image_is_saved_pixel_by_pixel_and_its_parameters_beside_it()
    {
        await using AppPage page = await app.NewPageAsync();
        await page.OpenAsync($"{Start}&size=64");
        await Assertions.Expect(page.Step.Readout("mean energy")).ToHaveTextAsync("56.0 keV");
        byte[] png = await SaveAsync(page, "Save as PNG");
        Assert.Equal([0x89, (byte)'P', (byte)'N', (byte)'G'], png[..4]);
        Assert.Equal([0, 0, 0, 64, 0, 0, 0, 64, 8], png[16..25]); // width, height, bits
        string json = System.Text.Encoding.UTF8.GetString(await SaveAsync(page, "Save parameters"));
        Assert.Contains("\"kVp\": 120", json, StringComparison.Ordinal);
        Assert.Contains("Not for diagnosis", json, StringComparison.Ordinal);
        Assert.Empty(page.ConsoleWords);
    }

    [Fact]
    public async Task A_set_is_made_and_another_one_cancelled()
    {
        await using AppPage page = await app.NewPageAsync();
        KeyboardUser user = new(page);
        await page.OpenAsync($"{Start}&setshare=30");
        ILocator set = page.Browser.GetByRole(AriaRole.Region, new() { Name = "Make a set", Exact = true });
        await user.TypeAsync(page.Step.Box("Images"), "60");
        await user.PressButtonAsync("Make the set");
        await Assertions.Expect(set.GetByText("Done: 60 images")).ToBeVisibleAsync(new() { Timeout = Patience });
        Assert.Equal(42, await OnScreen.NumberAsync(page.Step.Readout("● Normal")));
        Assert.Equal(18, await OnScreen.NumberAsync(page.Step.Readout("▲ Pneumonia")));
        await user.PressButtonAsync("Next");
        await Assertions.Expect(set.Locator(".sheet .mark")).ToHaveCountAsync(20);

        await user.TypeAsync(page.Step.Box("Images"), "1000");
        await user.PressButtonAsync("Make the set");
        await user.PressButtonAsync("Cancel");
        await Assertions.Expect(set.GetByText("which stay")).ToBeVisibleAsync();
        Assert.Empty(page.ConsoleWords);
    }

    private static ILocator Fact(AppPage page, string name) =>
        page
            .Browser.Locator(".pixel dl > div", new() { Has = page.Browser.GetByText(name, new() { Exact = true }) })
            .Locator("dd");

    private static async Task<byte[]> SaveAsync(AppPage page, string button)
    {
        IDownload download = await page.Browser.RunAndWaitForDownloadAsync(() => page.Step.PressAsync(button));
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }
}
