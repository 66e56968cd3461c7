using Bunit;
using PhantomNet.Exercises.Imaging.Step8Pooling;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step8Pooling;

public sealed class NumberGridTests : StepContext
{
    private readonly List<int> _chosen = [];

    [Fact]
    public void Keys_that_come_before_the_grid_is_drawn_anew_all_count()
    {
        IRenderedComponent<NumberGrid> grid = Show(chosen: 7);
        Press(grid, "ArrowRight", "ArrowRight", "ArrowDown");
        Assert.Equal([8, 9, 15], _chosen);
    }

    [Fact]
    public void Keys_go_on_from_a_number_that_was_chosen_otherwise()
    {
        IRenderedComponent<NumberGrid> grid = Show(chosen: 7);
        Press(grid, "ArrowRight");
        grid.Render(parameters => parameters.Add(shown => shown.Chosen, 30));
        Press(grid, "ArrowUp");
        Assert.Equal([8, 24], _chosen);
    }

    [Fact]
    public void Keys_stay_within_the_grid()
    {
        IRenderedComponent<NumberGrid> grid = Show(chosen: 4);
        Press(grid, "ArrowUp", "ArrowRight", "ArrowRight");
        Assert.Equal([5], _chosen);
    }

    private IRenderedComponent<NumberGrid> Show(int chosen) =>
        Render<NumberGrid>(parameters =>
            parameters
                .Add(grid => grid.Label, "Input, 6 by 6")
                .Add(grid => grid.Side, 6)
                .Add(grid => grid.Cell, at => (Written.Fixed(at, 0), null, Written.Fixed(at, 0), ""))
                .Add(grid => grid.Chosen, chosen)
                .Add(grid => grid.OnChoose, _chosen.Add)
        );

    private static void Press(IRenderedComponent<NumberGrid> grid, params ReadOnlySpan<string> keys)
    {
        foreach (string key in keys)
        {
            grid.Find("[role=grid]").TriggerEvent("onarrowkey", new ArrowKeyEventArgs { Key = key });
        }
    }
}
