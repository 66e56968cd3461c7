using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests.Shared;

public sealed class DrawingTurnsTests
{
    // Each look at the clock takes longer than parts may share a task.
    private readonly FakeFrames _frames = new() { MsPerLook = 10 };
    private readonly List<string> _drawn = [];

    [Fact]
    public void Parts_that_come_are_drawn_a_task_each_and_wait_for_no_frame()
    {
        DrawingTurns turns = new(_frames);
        Draw(turns, turns.NextPlace(), "a");
        Draw(turns, turns.NextPlace(), "b");
        Assert.Empty(_drawn);
        _frames.Tick();
        Assert.Equal(["a"], _drawn);
        Assert.True(_frames.RunTasks());
        Assert.Equal(["a", "b"], _drawn);
        Assert.False(_frames.IsAwaited);
    }

    [Fact]
    public void Parts_that_are_there_are_drawn_again_after_the_next_frame()
    {
        DrawingTurns turns = new(_frames);
        (int a, int b) = (turns.NextPlace(), turns.NextPlace());
        Draw(turns, a, "come");
        TickAll();
        _drawn.Clear();
        Draw(turns, b, "b");
        Draw(turns, a, "a");
        Assert.False(_frames.RunTasks());
        _frames.Tick();
        Assert.Empty(_drawn);
        _frames.Tick();
        Assert.Equal(["a"], _drawn);
        _frames.Tick();
        Assert.Equal(["a", "b"], _drawn);
        Assert.False(_frames.IsAwaited);
    }

    [Fact]
    public void A_part_that_was_there_before_is_drawn_before_those_in_it()
    {
        DrawingTurns turns = new(_frames);
        (int outer, int inner) = (turns.NextPlace(), turns.NextPlace());
        Draw(turns, inner, "inner");
        Draw(turns, outer, "outer");
        TickAll();
        Assert.Equal(["outer", "inner"], _drawn);
    }

    [Fact]
    public void Small_parts_share_a_task()
    {
        _frames.MsPerLook = 1;
        DrawingTurns turns = new(_frames);
        for (int part = 0; part < 8; part++)
        {
            Draw(turns, turns.NextPlace(), $"{part}");
        }

        _frames.Tick();
        Assert.InRange(_drawn.Count, 2, 7);
        TickAll();
        Assert.Equal(8, _drawn.Count);
    }

    [Fact]
    public void What_comes_while_others_are_drawn_has_its_turn_too()
    {
        DrawingTurns turns = new(_frames);
        _ = DrawTwiceAsync();
        TickAll();
        Assert.Equal(["first", "second"], _drawn);
        Draw(turns, turns.NextPlace(), "third");
        TickAll();
        Assert.Equal(["first", "second", "third"], _drawn);

        async Task DrawTwiceAsync()
        {
            await turns.WaitAsync(turns.NextPlace());
            _drawn.Add("first");
            Draw(turns, turns.NextPlace(), "second");
        }
    }

    private async void Draw(DrawingTurns turns, int place, string name)
    {
        await turns.WaitAsync(place);
        _drawn.Add(name);
    }

    private void TickAll()
    {
        while (_frames.IsAwaited)
        {
            _frames.Tick();
        }
    }
}
