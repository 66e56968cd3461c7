using AngleSharp.Dom;
using Bunit;
using Microsoft.Extensions.DependencyInjection;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step1Neuron;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests.Step1Neuron;

public sealed class NeuronStepTests : BunitContext
{
    private readonly FakeHost _host = new();
    private readonly FakeCanvas _canvas = new();

    public NeuronStepTests()
    {
        Services.AddSingleton<IStore, FakeStore>();
        Services.AddSingleton<TaskProgress>();
        Services.AddSingleton<ICanvasPainter>(_canvas);
        Services.AddSingleton<IFrameClock, InstantFrames>();
    }

    [Theory]
    [InlineData("")]
    [InlineData("w1=0&w2=0")]
    [InlineData("w1=0&w2=0&b=-2&hold=1")]
    [InlineData("w1=2&w2=2&b=2")]
    [InlineData("w1=-2&w2=0&b=-2&x1=0&x2=1")]
    [InlineData("w1=0.01&w2=-0.01&b=0&rate=10")]
    [InlineData("w1=NaN&x1=banana&b=1e99")]
    public void It_renders_in_every_state(string query)
    {
        IRenderedComponent<NeuronStep> step = Open(query);
        Assert.DoesNotContain("NaN", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", step.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", step.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Start_values_stand_in_equation_table_and_verdict()
    {
        IRenderedComponent<NeuronStep> step = Open();
        Assert.Contains("<mn>0.625</mn>", step.Find(".equation").InnerHtml, StringComparison.Ordinal);
        Assert.Equal("Pneumonia", step.Find(".verdict b").TextContent);
        Assert.Contains("0.510", step.Find(".terms").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "x1")]
    [InlineData(1, "w1")]
    [InlineData(4, "b")]
    public void Focus_on_a_term_of_the_table_lights_it_in_every_view(int index, string name)
    {
        IRenderedComponent<NeuronStep> step = Open();
        IElement button = step.FindAll(".terms button")[index];
        Assert.StartsWith(name, button.GetAttribute("aria-label"), StringComparison.Ordinal);
        button.FocusIn();
        foreach (string view in (string[])[".equation", ".diagram", ".terms", ".controls", ".stage .plane"])
        {
            Assert.NotEmpty(step.FindAll($"{view} .lit"));
        }

        step.FindAll(".terms button")[index].FocusOut();
        Assert.Empty(step.FindAll(".lit"));
    }

    [Fact]
    public void A_tap_keeps_a_term_lit_until_the_next()
    {
        IRenderedComponent<NeuronStep> step = Open();
        step.FindAll(".equation .term")[0].Click();
        Assert.NotEmpty(step.FindAll(".diagram .lit"));
        step.FindAll(".equation .term")[0].Click();
        Assert.Empty(step.FindAll(".lit"));
    }

    [Fact]
    public void Arrow_keys_shift_and_turn_the_line_and_move_the_input()
    {
        IRenderedComponent<NeuronStep> step = Open();
        // Up is against w, whose w2 is below zero: b rises.
        Press(step, "Line, shift", "ArrowUp");
        Assert.Equal(NeuronState.Default with { B = 0.15 }, step.Instance.Lesson.State);
        Press(step, "Input", "ArrowLeft");
        Assert.Equal(0.75, step.Instance.Lesson.State.X1, 1e-9);
        Press(step, "Line, turn", "ArrowUp");
        Assert.True(step.Instance.Lesson.State.W2 > -0.5);
        Assert.NotEmpty(_host.Reports);
    }

    [Fact]
    public void The_pointer_drags_the_line()
    {
        IRenderedComponent<NeuronStep> step = Open();
        (double x1, double x2) = step.Instance.Lesson.Handle;
        Point(step, "onplanedown", x1, x2);
        Point(step, "onplanemove", x1 + 0.1, x2);
        Assert.Equal(NeuronState.Default with { B = 0.03 }, step.Instance.Lesson.State);
        Point(step, "onplanemove", 0.9, 0.1, pressed: false);
        Assert.Equal(0.03, step.Instance.Lesson.State.B);
    }

    [Fact]
    public void A_press_away_from_every_handle_moves_nothing()
    {
        IRenderedComponent<NeuronStep> step = Open();
        Point(step, "onplanedown", 0.1, 0.95);
        Point(step, "onplanemove", 0.5, 0.5);
        Assert.Equal(NeuronState.Default, step.Instance.Lesson.State);
    }

    [Fact]
    public void A_click_on_the_surface_sets_the_weights()
    {
        IRenderedComponent<NeuronStep> step = Open();
        step.FindAll(".plane")[2].TriggerEvent("onplaneup", new PlanePointerEventArgs { X = 0.5, Y = 0.5 });
        Assert.Equal(NeuronState.Default with { W1 = 0, W2 = 0 }, step.Instance.Lesson.State);
    }

    [Fact]
    public void The_surface_is_painted_and_painted_again_for_another_bias()
    {
        IRenderedComponent<NeuronStep> step = Open();
        byte[] before = _canvas.Painted["loss-surface"].Rgba;
        Press(step, "Weights on the loss surface", "ArrowUp");
        Assert.Same(before, _canvas.Painted["loss-surface"].Rgba);
        Press(step, "Line, shift", "ArrowUp");
        Assert.NotEqual(before, _canvas.Painted["loss-surface"].Rgba);
    }

    [Fact]
    public void Without_a_line_it_says_so()
    {
        IRenderedComponent<NeuronStep> step = Open("w1=0&w2=0");
        Assert.Contains("there is no line", step.Find(".message").TextContent, StringComparison.Ordinal);
        Assert.Empty(step.FindAll(".boundary"));
    }

    [Fact]
    public void The_table_of_the_gradient_opens()
    {
        IRenderedComponent<NeuronStep> step = Open();
        step.Find("details").TriggerEvent("ontoggle", EventArgs.Empty);
        Assert.Equal(10, step.FindAll("details tbody tr").Count);
    }

    private IRenderedComponent<NeuronStep> Open(string query = "") =>
        Render<NeuronStep>(parameters => parameters.AddCascadingValue<IStepHost>(_host).Add(step => step.Query, query));

    private static void Press(IRenderedComponent<NeuronStep> step, string handle, string key) =>
        step.Find($"[aria-label='{handle}']").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = key });

    private static void Point(IRenderedComponent<NeuronStep> step, string type, double x1, double x2, bool pressed = true) =>
        step.Find(".plane")
            .TriggerEvent(
                type,
                new PlanePointerEventArgs
                {
                    X = BoundaryLine.Scale.Across(x1) / BoundaryLine.Scale.Size,
                    Y = BoundaryLine.Scale.Down(x2) / BoundaryLine.Scale.Size,
                    Pressed = pressed,
                }
            );
}
