using Microsoft.Playwright;
using PhantomNet.Browser.Tests.Pages;

namespace PhantomNet.Browser.Tests.Rules;

/// <summary>Uses a step until each of its parts shows something.</summary>
internal static class StepUse
{
    private const float Patience = 240_000;

    public static Task OfAsync(AppPage page, string slug) =>
        slug switch
        {
            "neuron" => NeuronAsync(page),
            "boundary" => BoundaryAsync(page),
            "activation" => ActivationAsync(page),
            "layers" => LayersAsync(page),
            "images" => ImagesAsync(page),
            "convolution" => ConvolutionAsync(page),
            "kernels" => KernelsAsync(page),
            "pooling" => PoolingAsync(page),
            "pipeline" => PipelineAsync(page),
            "phantom" => PhantomAsync(page),
            _ => throw new ArgumentException($"Nothing says how “{slug}” is used. Add that here."),
        };

    private static async Task NeuronAsync(AppPage page)
    {
        await page.Step.PredictNumberAsync(1, "-0.41");
        await page.Step.TypeAsync("Bias b", "-0.41");
        await page.Step.CheckAsync(1);
        await page.Step.ExplainAsync(1, "It moved the line, without turning it.");
        await page.Step.PressAsync("25 steps");
        await page.Step.TypeAsync("Weight w1", "twelve");
    }

    private static async Task BoundaryAsync(AppPage page)
    {
        await TrainAsync(Button(page.Step.Stage, "Train"), Button(page.Step.Stage, "Pause"), page.Step.Stage);
        await page.Step.PredictNumberAsync(1, "50");
        await page.Step.CheckAsync(1);
        await page.Step.ExplainAsync(
            1,
            "ŷ depends on the point only through w₁x₁ + w₂x₂ + b, which is constant along straight lines."
        );
        ILocator race = Section(page, "Race two settings from the same weights");
        await race.GetByRole(AriaRole.Button, new() { NameRegex = OnScreen.Pattern("^Start from epoch") }).ClickAsync();
        await Assertions.Expect(Epochs(race).First).ToHaveTextAsync(OnScreen.AtLeast300, new() { Timeout = Patience });
        await Button(race, "Pause").ClickAsync();
        // The walk last: whatever moves the network ends it.
        ILocator walk = Section(page, "One minibatch, step by step");
        foreach (string phase in (string[])["Forward", "Loss", "Backward", "Update"])
        {
            await walk.GetByRole(AriaRole.Button).First.ClickAsync();
            await Assertions.Expect(walk.Locator("[aria-current=step]")).ToHaveTextAsync(phase);
        }

        await page.Step.TypeAsync("Learning rate", "twelve");
    }

    private static async Task ActivationAsync(AppPage page)
    {
        ILocator fit = Section(page, "Fit a curve");
        await TrainAsync(Button(fit, "Train"), Button(fit, "Pause"), fit);
        await page.Step.ChooseAsync("Activation in the hidden neurons", "Off");
        await page.Step.PredictAsync(1, "A straight line");
        await page.Step.CheckAsync(1);
        await page.Step.ExplainAsync(1, "Each neuron is now a line, and a weighted sum of lines is a line.");
        await page.Step.TypeAsync("z", "twelve");
    }

    private static async Task LayersAsync(AppPage page)
    {
        ILocator units = Section(page, "Inside a network that learned");
        await units.Locator("canvas#unit-map").WaitForAsync(new() { Timeout = Patience });
        await page.Step.ChooseAsync("Layer to look at", "Layer 3");
        await page.Step.PredictNumberAsync(1, "18");
        await page.Step.CheckAsync(1);
        await Button(Section(page, "Pixels, edges, textures, anatomy, pathology"), "Show all areas").ClickAsync();
        await Button(units, "Survey them").ClickAsync();
        await Button(units, "Surveyed").WaitForAsync(new() { Timeout = Patience });
        ILocator silence = Section(page, "Silence a unit");
        await Button(silence, "Silence unit 3.1").ClickAsync();
        await silence.GetByText("patients lost").WaitForAsync(new() { Timeout = Patience });
        await page.Step.TypeAsync("Filters per layer", "twelve");
    }

    private static async Task ImagesAsync(AppPage page)
    {
        await page.Step.PressAsync("Shuffle again");
        await page.Step.PressAsync("Opposite corners");
        await page.Step.TypeAsync("Neurons", "twelve");
    }

    private static async Task ConvolutionAsync(AppPage page)
    {
        await page.Step.ChooseAsync("Stride of the convolution", "2");
        await page.Step.TypeAsync("Pixels to the right", "3");
        await Section(page, "Move the lesion, and the map moves")
            .Locator(".readout")
            .First.WaitForAsync(new() { Timeout = Patience });
        await page.Step.TypeAsync("Pixels down", "twelve");
    }

    private static async Task KernelsAsync(AppPage page)
    {
        await page.Step.ChooseAsync("Preset", "Sobel");
        await page.Browser.GetByText("√Σk² lies within the interval.").WaitForAsync(new() { Timeout = Patience });
        ILocator learn = Section(page, "Learn it");
        await Button(learn, "One step").ClickAsync();
        await Button(learn, "One step").ClickAsync();
        await page.Step.TypeAsync("Momentum", "twelve");
    }

    private static async Task PhantomAsync(AppPage page)
    {
        ILocator set = Section(page, "Make a set");
        await page.Step.TypeAsync("Images", "50");
        await Button(set, "Make the set").ClickAsync();
        await Assertions.Expect(set.GetByText("Done: 50 images")).ToBeVisibleAsync(new() { Timeout = Patience });
        await page.Step.PressAsync("New pneumonia");
        await page.Browser.GetByText("lesion (its mask)").ClickAsync();
        await page.Browser.GetByText("heart", new() { Exact = true }).ClickAsync();
        await page.Step.PressAsync("Keep this as B");
        await page.Step.TypeAsync("Tube voltage", "70");
        await Assertions.Expect(page.Browser.GetByText("A less B, pixel by pixel")).ToBeVisibleAsync();
        await page.Step.PredictAsync(4, "The image’s right");
        await page.Step.CheckAsync(4);
        await page.Step.TypeAsync("Tube voltage", "twelve");
    }

    private static async Task PoolingAsync(AppPage page)
    {
        await page.Step.ChooseAsync("Grid, N", "7 × 7");
        await page.Step.ChooseAsync("Direction", "Backward: gradients");
        await page.Step.TypeAsync("Gradient of output row 1, column 1", "-3");
        await page.Step.PredictAsync(1, "The winner 1, the others 0");
        await page.Step.CheckAsync(1);
        await page.Step.ExplainAsync(1, "Raise or lower one of them a little: the output stays what it was.");
        await page.Step.TypeAsync("Shift", "1");
        await Section(page, "From 224 to 7").Locator("canvas#map").WaitForAsync(new() { Timeout = Patience });
        await Button(Section(page, "Noise"), "Draw noise").ClickAsync();
        await Section(page, "Noise").GetByText(", enough for anyone").WaitForAsync(new() { Timeout = Patience });
        await page.Step.ChooseAsync("Noise", "Of the radiograph");
        await page.Browser.GetByText("rise of the max-pooled radiograph itself").WaitForAsync(new() { Timeout = Patience });
        await page.Step.TypeAsync("Shift", "twelve");
    }

    private static async Task PipelineAsync(AppPage page)
    {
        await page.Browser.GetByText("True label: ").WaitForAsync(new() { Timeout = Patience });
        await page.Step.ChooseAsync("Stage", "8, Convolution 3, gives 32×16×16");
        await page.Step.TypeAsync("Map", "7");
        await page.Step.PredictNumberAsync(1, "4");
        await page.Step.CheckAsync(1);
        await page.Step.ExplainAsync(1, "The pool before it left a quarter of the places at which each weight is used.");
        await page.Step.ChooseAsync("Direction", "Backward: gradients");
        await page.Step.ChooseAsync("Saliency map", "Occlusion, health");
        await page.Step.PressAsync("Cover the image");
        await page.Browser.Locator("canvas#saliency-map").WaitForAsync(new() { Timeout = Patience });
        await page.Step.TypeAsync("Patient number", "twelve");
    }

    private static async Task TrainAsync(ILocator train, ILocator pause, ILocator place)
    {
        await train.ClickAsync();
        await Assertions.Expect(Epochs(place)).ToHaveTextAsync(OnScreen.AtLeast300, new() { Timeout = Patience });
        await pause.ClickAsync();
        await Assertions.Expect(train).ToBeEnabledAsync();
    }

    private static ILocator Epochs(ILocator place) =>
        place
            .Locator(".readout")
            .Filter(new() { HasTextRegex = OnScreen.Pattern("epochs(, .* minibatches)?\\s*$") })
            .Locator("b");

    private static ILocator Button(ILocator place, string name) =>
        place.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    private static ILocator Section(AppPage page, string title) =>
        page.Browser.GetByRole(AriaRole.Region, new() { Name = title, Exact = true });
}
