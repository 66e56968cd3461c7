using AngleSharp.Dom;
using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class BoundaryStepTests : StepContext
{
    private IRenderedComponent<IComponent> _page = null!;

    private BoundaryLesson Lesson => _page.FindComponent<BoundaryStep>().Instance.Lesson;

    [Theory]
    [InlineData("")]
    [InlineData("data=linear&layers=0")]
    [InlineData("data=moons&layers=1&neurons=1")]
    [InlineData("data=xor&layers=2&neurons=16&act=tanh")]
    [InlineData("data=spiral&layers=3&neurons=16&act=sigmoid&opt=adam")]
    [InlineData("data=circle&layers=3&neurons=5&act=leakyrelu&opt=momentum&t=0")]
    [InlineData("layers=1&edited=-&t=1")]
    [InlineData("layers=1&edited=0i0i0")]
    [InlineData("noise=0.3&n=240&batch=1&l2=0.1&lr=10")]
    public void It_renders_and_trains_in_every_state(string query)
    {
        Show(query);
        Assert.Equal("What one neuron cannot do", _page.Find("h1").TextContent);
        Frames.Tick();
        if (Lesson.Experiment is not null)
        {
            Press("Train");
            Ticks(6);
            if (Lesson.IsTraining)
            {
                Press("Pause");
            }
        }

        AssertSane();
    }

    [Fact]
    public void The_buttons_train_pause_step_and_go_back()
    {
        Show("layers=1");
        Press("One epoch");
        Assert.Equal(1, Lesson.Experiment!.Trainer.Epoch);
        Press("One minibatch");
        Assert.Equal(1, Lesson.Experiment!.Trainer.Minibatch);
        Assert.Contains("1 of 12 minibatches", _page.Markup, StringComparison.Ordinal);
        float[] first = Lesson.Experiment.Records[0].Snapshot.State.Parameters;
        Press("Train");
        Ticks(3);
        Assert.NotNull(Button("Pause"));
        Assert.Null(Button("Train"));
        Press("Pause");
        Press("Same weights");
        Assert.Equal(
            (0, true),
            (Lesson.Experiment.Trainer.Epoch, first.SequenceEqual(Lesson.Experiment.Shown.Parameters.ToArray()))
        );
        Press("New weights");
        Assert.False(first.SequenceEqual(Lesson.Experiment.Shown.Parameters.ToArray()));
        Assert.Equal(("weights=8", HistoryEntry.New), (Host.Reports[^1].Query.Split('&')[^1], Host.Reports[^1].Entry));
    }

    // An element each would hold the page for longer than it may be held.
    [Fact]
    public void All_points_of_a_class_and_a_set_are_one_shape_with_a_part_for_each()
    {
        Show("layers=1&n=240");
        AssertShape(".mark.normal.hollow", Lesson.Points.Test.Count(point => point.Label == 0));
        AssertShape(".mark.pneumonia.hollow", Lesson.Points.Test.Count(point => point.Label == 1));
        AssertShape(".mark.normal:not(.hollow)", Lesson.Points.Train.Count(point => point.Label == 0));
        AssertShape(".mark.pneumonia:not(.hollow)", Lesson.Points.Train.Count(point => point.Label == 1));
    }

    [Fact]
    public void The_threshold_changes_the_confusion_table_and_the_plane()
    {
        Show("layers=1");
        for (int n = 0; n < 20; n++)
        {
            Press("One epoch");
        }

        string before = Confusion();
        Ticks(30);
        byte[] plane = Canvas.Painted["boundary-field"].Rgba;
        Do(() => Slider("Threshold").Input("1"));
        Assert.NotEqual(before, Confusion(), StringComparer.Ordinal);
        Assert.Contains("undefined", _page.Markup, StringComparison.Ordinal); // precision: nothing is called Pneumonia
        Assert.NotEqual(plane, Canvas.Painted["boundary-field"].Rgba);
        Assert.Equal(1, Lesson.State.Threshold);
    }

    [Fact]
    public void A_minibatch_is_walked_through_by_one_button()
    {
        Show("layers=1");
        string[] buttons = ["Run the next minibatch forward", "Next: loss", "Next: backward", "Next: update"];
        foreach (string button in buttons)
        {
            Assert.Equal(0, Lesson.Experiment!.Trainer.Minibatch);
            Press(button);
        }

        Assert.Equal(1, Lesson.Experiment!.Trainer.Minibatch);
        Assert.NotNull(Button("Run the next minibatch forward"));
        Assert.Equal(10, _page.FindAll("[aria-label='Points of the minibatch'] tbody tr").Count);
        Press("One epoch");
        Assert.Contains("Nothing has been run yet", _page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_race_is_started_paused_and_gone_on_with()
    {
        Show("layers=1");
        Press("One epoch");
        Press("Start from epoch 1");
        Ticks(5);
        Assert.Equal(2, _page.FindAll(".lanes h3").Count);
        Assert.Equal(1, Lesson.Experiment!.Trainer.Epoch);
        PressLast("Pause");
        Assert.NotNull(Button("Go on"));
        Press("Go on");
        Ticks(2);
        AssertSane();
        PressLast("Pause");
        Do(() => _page.Find("input[value='XOR']").Change("XOR"));
        Assert.Contains("No race has been run yet", _page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_number_is_answered_and_the_value_stays()
    {
        Show("layers=1");
        Do(() => _page.Find("input[aria-label='Learning rate, typed']").Change("fast"));
        Assert.Contains("Learning rate can’t be “fast”", _page.Find(".error").TextContent, StringComparison.Ordinal);
        Assert.Equal(0.3, Lesson.State.Training.LearningRate);
        Do(() => _page.Find("input[aria-label='Neurons per hidden layer, typed']").Change("17"));
        Assert.Equal((8, 2), (Lesson.State.Neurons, _page.FindAll(".error").Count));
    }

    [Fact]
    public void Back_through_the_training_and_on_from_there()
    {
        Show("layers=1");
        for (int n = 0; n < 5; n++)
        {
            Press("One epoch");
        }

        Do(() => _page.Find("#scrubber").Input("2"));
        Assert.Contains("Epoch shown: 2", _page.Find(".scrubber").TextContent, StringComparison.Ordinal);
        Press("One epoch");
        Assert.Equal(3, Lesson.Experiment!.Trainer.Epoch);
    }

    [Fact]
    public void Points_are_edited_by_keyboard_and_an_empty_plane_says_what_to_do()
    {
        Show("layers=1");
        Press("Remove all");
        Assert.Contains("no point to train on", _page.Find("[role=status] .news").TextContent, StringComparison.Ordinal);
        Assert.True(Button("Train")!.HasAttribute("disabled"));
        Do(() => _page.Find("input[value='adds ▲']").Change("adds ▲"));
        Do(() => Slider("Crosshair x1").Input("0.5"));
        Press("Add ▲ at the crosshair");
        Assert.Single(Lesson.Points.Train);
        Assert.False(Button("Train")!.HasAttribute("disabled"));
        Press("As drawn");
        Assert.Equal(120, Lesson.Points.Train.Count);
        AssertSane();
    }

    [Fact]
    public void An_address_that_changes_while_it_trains_is_followed()
    {
        Show("layers=1");
        Press("Train");
        Ticks(3);
        _page
            .FindComponent<BoundaryStep>()
            .Render(parameters => parameters.Add(step => step.Query, "layers=2&neurons=3&data=xor"));
        Assert.Equal((2, 3), (Lesson.State.HiddenLayers, Lesson.State.Neurons));
        Ticks(20);
        Assert.Equal([3, 3], Lesson.Field.Hidden.Select(layer => layer.Length));
        AssertSane();
    }

    [Fact]
    public void A_divergence_shows_its_message_and_numbers_that_fit_the_page()
    {
        Show("data=xor&layers=3&neurons=16&act=identity&lr=10");
        for (int n = 0; n < 200 && Lesson.Experiment!.CanTrain; n++)
        {
            Press("One epoch");
        }

        Assert.Contains("Training diverged", _page.Find("[role=status] .news").TextContent, StringComparison.Ordinal);
        AssertSane();
        Assert.All(_page.FindAll(".results *"), part => Assert.InRange(part.TextContent.Trim().Length, 0, 40));
    }

    private void Show(string query) => _page = Open(typeof(BoundaryStep), query);

    private void Ticks(int count)
    {
        for (int n = 0; n < count; n++)
        {
            Do(Frames.Tick);
        }
    }

    // On the page's thread, and done: what is queued there runs in order, so all that was asked before is done too, with the
    // tasks in which it goes on before the next frame.
    private void Do(Action action)
    {
        _page.InvokeAsync(action).GetAwaiter().GetResult();
        _page.InvokeAsync(Frames.RunTasks).GetAwaiter().GetResult();
    }

    private void Press(string text)
    {
        IElement button = Button(text) ?? throw new InvalidOperationException($"There is no button “{text}”.");
        Assert.False(button.HasAttribute("disabled"), $"“{text}” can't be pressed.");
        Click(button);
    }

    private void PressLast(string text) => Click(Buttons(text)[^1]);

    // Not awaited: a click on Train is over when the training is.
    private void Click(IElement button) => Do(() => _ = button.ClickAsync());

    private IElement? Button(string text) => Buttons(text) is [{ } first, ..] ? first : null;

    private IElement[] Buttons(string text) => [.. _page.FindAll("button").Where(button => button.TextContent.Trim() == text)];

    private IElement Slider(string name) => _page.Find($"input[type=range][aria-label='{name}']");

    private void AssertShape(string selector, int points)
    {
        IElement shape = Assert.Single(_page.FindAll($".stage .plane {selector}"));
        Assert.Equal(points, shape.GetAttribute("d")!.Count(letter => letter == 'M'));
    }

    private string Confusion() => _page.FindComponent<ConfusionTable>().Find("table").TextContent;

    private void AssertSane()
    {
        Assert.DoesNotContain("NaN", _page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", _page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", _page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain(" style=", _page.Markup, StringComparison.Ordinal);
    }
}
