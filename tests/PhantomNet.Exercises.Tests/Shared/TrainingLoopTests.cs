using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests.Shared;

public sealed class TrainingLoopTests
{
    private const double BudgetMs = 20;

    private readonly FakeFrames _frames = new();
    private readonly List<int> _asked = [];
    private double _unitMs = 0.5;
    private int _left = int.MaxValue;
    private int _drawn;

    [Fact]
    public void Nothing_is_done_before_the_first_frame()
    {
        using TrainingLoop loop = Loop();
        _ = loop.RunAsync();
        Assert.True(loop.IsRunning);
        Assert.Empty(_asked);
    }

    [Fact]
    public void A_slice_fills_its_budget_and_overruns_it_by_at_most_a_quarter()
    {
        using TrainingLoop loop = Loop();
        _ = loop.RunAsync();
        for (int frame = 1; frame <= 5; frame++)
        {
            double before = _frames.NowMs;
            _frames.Tick();
            Assert.InRange(_frames.NowMs - before, BudgetMs, BudgetMs * 1.25);
            Assert.Equal(frame, _drawn);
        }
    }

    [Fact]
    public void It_starts_with_one_unit_and_grows_to_a_quarter_of_the_budget()
    {
        using TrainingLoop loop = Loop();
        _ = loop.RunAsync();
        _frames.Tick();
        Assert.Equal([1, 2, 4, 8], _asked[..4]);
        _frames.Tick();
        Assert.Equal(10, _asked[^1]); // 10 × 0.5 ms = 20 ms / 4
    }

    [Fact]
    public void When_the_work_gets_slower_it_asks_for_less()
    {
        using TrainingLoop loop = Loop();
        _ = loop.RunAsync();
        _frames.Tick();
        _unitMs = 30;
        _frames.Tick();
        int before = _asked.Count;
        _frames.Tick();
        Assert.Equal([1], _asked[before..]);
    }

    [Fact]
    public void It_ends_by_itself_when_there_is_nothing_more_to_do()
    {
        _left = 3;
        using TrainingLoop loop = Loop();
        Task run = loop.RunAsync();
        _frames.Tick();
        Assert.True(run.IsCompletedSuccessfully);
        Assert.False(loop.IsRunning);
        Assert.Equal(1, _drawn);
    }

    [Fact]
    public void Stopped_it_does_nothing_at_the_next_frame()
    {
        using TrainingLoop loop = Loop();
        Task run = loop.RunAsync();
        _frames.Tick();
        int before = _asked.Count;
        loop.Stop();
        Assert.False(loop.IsRunning);
        _frames.Tick();
        Assert.Equal(before, _asked.Count);
        Assert.True(run.IsCompletedSuccessfully);
    }

    [Fact]
    public void Started_twice_it_runs_once()
    {
        using TrainingLoop loop = Loop();
        Assert.Same(loop.RunAsync(), loop.RunAsync());
        _frames.Tick();
        Assert.Equal(1, _drawn);
    }

    [Fact]
    public void Stopped_and_started_between_two_frames_it_runs_once()
    {
        using TrainingLoop loop = Loop();
        _ = loop.RunAsync();
        loop.Stop();
        _ = loop.RunAsync();
        _frames.Tick();
        Assert.Equal(1, _drawn);
        Assert.True(loop.IsRunning);
    }

    [Fact]
    public async Task What_the_work_throws_surfaces_where_the_run_is_awaited()
    {
        using TrainingLoop loop = new(_frames, BudgetMs, (_, _) => throw new InvalidOperationException("broken"), Draw);
        Task run = loop.RunAsync();
        _frames.Tick();
        Assert.Equal("broken", (await Assert.ThrowsAsync<InvalidOperationException>(() => run)).Message);
        Assert.False(loop.IsRunning);
    }

    [Fact]
    public async Task What_the_drawing_throws_surfaces_too()
    {
        using TrainingLoop loop = new(_frames, BudgetMs, Work, () => throw new InvalidOperationException("ink"));
        Task run = loop.RunAsync();
        _frames.Tick();
        Assert.Equal("ink", (await Assert.ThrowsAsync<InvalidOperationException>(() => run)).Message);
    }

    [Fact]
    public async Task StopAsync_cancels_the_slice_under_way_and_waits_for_it()
    {
        TaskCompletionSource<int> unit = new();
        CancellationToken given = default;
        using TrainingLoop loop = new(_frames, BudgetMs, Hold, Draw);
        Task run = loop.RunAsync();
        _frames.Tick();
        Task stopped = loop.StopAsync();
        Assert.True(given.IsCancellationRequested);
        Assert.False(stopped.IsCompleted);
        unit.SetResult(1);
        await stopped.WaitAsync(TestContext.Current.CancellationToken);
        await run.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, _drawn);

        ValueTask<int> Hold(int units, CancellationToken cancellation)
        {
            given = cancellation;
            return new ValueTask<int>(unit.Task);
        }
    }

    private TrainingLoop Loop() => new(_frames, BudgetMs, Work, Draw);

    private ValueTask<int> Work(int units, CancellationToken cancellation)
    {
        _asked.Add(units);
        int done = Math.Min(units, _left);
        _left -= done;
        _frames.NowMs += done * _unitMs;
        return new ValueTask<int>(done);
    }

    private Task Draw()
    {
        _drawn++;
        return Task.CompletedTask;
    }
}
