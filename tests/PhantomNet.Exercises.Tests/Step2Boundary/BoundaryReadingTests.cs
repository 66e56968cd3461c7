using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks;
using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

/// <summary>What can be read off the pictures of step 2.</summary>
public sealed class BoundaryReadingTests : StepContext
{
    private readonly IRenderedComponent<IComponent> _page;

    public BoundaryReadingTests() => _page = Open(typeof(BoundaryStep), "layers=1&n=240");

    private BoundaryLesson Lesson => _page.FindComponent<BoundaryStep>().Instance.Lesson;

    [Fact]
    public void The_table_of_the_ROC_curve_has_a_row_for_each_of_its_points_also_after_more_training()
    {
        Do(() => _page.Find("#threshold").Closest("section")!.QuerySelector("button.numbers")!.Click());
        string[] untrained = Sensitivities();
        Assert.Equal(Expected(), untrained, StringComparer.Ordinal);
        Do(() => _ = Lesson.StepAsync(wholeEpoch: true));
        Assert.Equal(Expected(), Sensitivities(), StringComparer.Ordinal);
        Assert.NotEqual(untrained, Sensitivities(), StringComparer.Ordinal);

        string[] Sensitivities() =>
            [.. _page.FindAll("[aria-label='Points of the ROC curve'] tbody tr").Select(row => row.Children[2].TextContent)];

        string[] Expected() =>
            [
                .. RocCurve
                    .From(Lesson.Shown!.Test.Scores, Lesson.Shown.Test.Labels)
                    .Points.Select(point => point.TruePositiveRate.ToString("F3")),
            ];
    }

    [Fact]
    public void Where_the_pointer_is_the_network_tells_its_score_until_it_goes()
    {
        Plane plane = _page.FindComponents<Plane>().First(plane => plane.Instance.CanvasId == "boundary-field").Instance;
        string nothing = Told();
        Do(() => _ = plane.OnMove.InvokeAsync((0.25, -0.5, false)));
        Assert.Equal(Expected(), Told());
        string untrained = Told();
        Do(() => _ = Lesson.StepAsync(wholeEpoch: true));
        Assert.Equal(Expected(), Told());
        Assert.NotEqual(untrained, Told(), StringComparer.Ordinal);
        Do(() => _ = plane.OnLeave.InvokeAsync());
        Assert.Equal(nothing, Told());

        string Told() => _page.Find(".where").TextContent;

        string Expected()
        {
            Network network = new(Lesson.Experiment!.Shown.Spec);
            Lesson.Experiment.Shown.Parameters.CopyTo(network.Parameters);
            double score = 1 / (1 + Math.Exp(-network.Forward([0.25f, -0.5f], 1)[0]));
            return $"x₁ = 0.25, x₂ = −0.50: ŷ = {score:F3}";
        }
    }

    private void Do(Action action)
    {
        _page.InvokeAsync(action).GetAwaiter().GetResult();
        _page.InvokeAsync(Frames.RunTasks).GetAwaiter().GetResult();
    }
}
