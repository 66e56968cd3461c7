using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class ActivationStepTests : BunitContext
{
    private readonly FakeHost _host = new();
    private readonly FakeFrames _frames = new() { MsPerLook = 3 };

    public ActivationStepTests()
    {
        Services.AddSingleton<INetworkRunnerFactory, TextbookRunnerFactory>();
        Services.AddSingleton<IFrameClock>(_frames);
        Services.AddSingleton<IStore, FakeStore>();
        Services.AddSingleton<TaskProgress>();
    }

    public static TheoryData<string> Queries =>
        [
            .. Enum.GetNames<Activation>().Select(name => $"f={name}&stackon=1"),
            .. Enum.GetNames<Activation>().Select(name => $"f={name}&on=0&fiton=0&layers=1&z=0"),
            "morph=100&gz=10&gw=4&neurons=16&target=abs&rate=1",
            "f=leakyrelu&gz=-10&gw=0.25&neurons=1&target=jump&z=-5",
        ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void It_renders_in_every_state(string query)
    {
        IRenderedComponent<ActivationStep> step = Show(query);
        Assert.DoesNotContain("NaN", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", step.Markup, StringComparison.Ordinal);
        Assert.Equal("Why activations", step.Find("#step-title").TextContent);
    }

    [Fact]
    public void Arrow_keys_on_the_curve_move_z()
    {
        IRenderedComponent<ActivationStep> step = Show();
        step.Find("input.on-curve").Input("2");
        Assert.Equal(2, step.Instance.Lesson.State.Z);
        Assert.Equal(("z=2", HistoryEntry.Same), _host.Reports[^1]);
        Assert.Contains("0.881", step.Find(".under .readout").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Dragging_on_the_curve_moves_z()
    {
        IRenderedComponent<ActivationStep> step = Show();
        step.Find(".plot.live")
            .TriggerEvent(
                "onplanedown",
                new PlanePointerEventArgs
                {
                    X = 0.75,
                    Y = 0.5,
                    Pressed = true,
                }
            );
        Assert.Equal(2.5, step.Instance.Lesson.State.Z);
        step.Find(".plot.live")
            .TriggerEvent(
                "onplanemove",
                new PlanePointerEventArgs
                {
                    X = 2,
                    Y = 0.5,
                    Pressed = true,
                }
            );
        Assert.Equal(5, step.Instance.Lesson.State.Z);
        step.Find(".plot.live")
            .TriggerEvent(
                "onplanemove",
                new PlanePointerEventArgs
                {
                    X = 0.1,
                    Y = 0.5,
                    Pressed = false,
                }
            );
        Assert.Equal(5, step.Instance.Lesson.State.Z);
    }

    [Fact]
    public void The_switch_takes_the_activation_out_of_the_neuron()
    {
        IRenderedComponent<ActivationStep> step = Show("z=2");
        Assert.Empty(step.FindAll(".bypassed"));
        step.Find(".head input[value=Off]").Change("Off");
        Assert.NotEmpty(step.FindAll(".bypassed"));
        Assert.Equal("2.000", step.FindAll(".chain .box b")[^1].TextContent);
        Assert.Equal(("z=2&on=0", HistoryEntry.New), _host.Reports[^1]);
    }

    [Fact]
    public void The_jump_of_the_step_has_no_slope()
    {
        IRenderedComponent<ActivationStep> step = Show("f=step");
        Assert.Contains("undefined", step.FindAll(".under .readout")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Training_goes_on_with_every_frame_until_paused()
    {
        IRenderedComponent<ActivationStep> step = Show();
        CurveFit fit = step.Instance.Lesson.Fit;
        Task training = TrainButton(step).ClickAsync(new());
        Assert.Equal("Pause", TrainButton(step).TextContent);
        await FrameAsync(step);
        Assert.True(fit.Epoch > 0);
        await TrainButton(step).ClickAsync(new());
        int epochs = fit.Epoch;
        await FrameAsync(step);
        await training;
        Assert.Equal(epochs, fit.Epoch);
        Assert.Equal("Train", TrainButton(step).TextContent);
    }

    [Fact]
    public async Task A_changed_setting_starts_again_and_goes_on_training()
    {
        IRenderedComponent<ActivationStep> step = Show();
        CurveFit fit = step.Instance.Lesson.Fit;
        _ = TrainButton(step).ClickAsync(new());
        await FrameAsync(step);
        await step.InvokeAsync(() => step.Instance.Lesson.SetNeurons(3));
        Assert.Equal((0, 3), (fit.Epoch, fit.Settings!.Neurons));
        await FrameAsync(step);
        Assert.True(fit.Epoch > 0);
    }

    [Fact]
    public void The_step_function_can_not_be_trained() => Assert.True(TrainButton(Show("f=step")).HasAttribute("disabled"));

    [Fact]
    public async Task Training_stops_with_the_page()
    {
        IRenderedComponent<ActivationStep> step = Show();
        CurveFit fit = step.Instance.Lesson.Fit;
        _ = TrainButton(step).ClickAsync(new());
        await FrameAsync(step);
        int epochs = fit.Epoch;
        await DisposeComponentsAsync();
        _frames.Tick();
        Assert.Equal(epochs, fit.Epoch);
    }

    private static AngleSharp.Dom.IElement TrainButton(IRenderedComponent<ActivationStep> step) =>
        step.Find("section[aria-labelledby=fit] button.primary");

    private IRenderedComponent<ActivationStep> Show(string query = "") =>
        Render<ActivationStep>(parameters => parameters.AddCascadingValue<IStepHost>(_host).Add(step => step.Query, query));

    private Task FrameAsync(IRenderedComponent<ActivationStep> step) => step.InvokeAsync(_frames.Tick);
}
