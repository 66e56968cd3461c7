using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Shared;

public sealed class PlayerTests
{
    private readonly FakeFrames _frames = new();
    private readonly List<int> _taken = [];

    [Fact]
    public async Task Without_a_speed_it_takes_one_step_in_each_frame_up_to_the_last()
    {
        using Player player = new(_frames, steps => Take(steps, last: 3));
        Task run = player.ToggleAsync();
        Pass(1, 40, 1);
        await run;
        Assert.Equal([1, 1, 1], _taken);
        Assert.False(player.IsRunning);
    }

    [Fact]
    public void With_a_speed_steps_fall_due_with_time()
    {
        using Player player = new(_frames, steps => Take(steps, last: 1000)) { Speed = 25 };
        _ = player.ToggleAsync();
        Pass(20, 20, 20, 80, 40);
        Assert.Equal([1, 2, 1], _taken);
    }

    [Fact]
    public void After_a_rest_it_goes_on_as_if_a_tenth_of_a_second_had_passed()
    {
        using Player player = new(_frames, steps => Take(steps, last: 1000)) { Speed = 250 };
        _ = player.ToggleAsync();
        Pass(20, 60_000, 20);
        Assert.Equal([5, 25, 5], _taken);
    }

    [Fact]
    public async Task Paused_and_started_within_a_frame_it_goes_on_once()
    {
        using Player player = new(_frames, steps => Take(steps, last: 1000));
        Task first = player.ToggleAsync();
        await player.ToggleAsync();
        _ = player.ToggleAsync();
        Pass(16, 16);
        await first;
        Assert.Equal([1, 1], _taken);
        player.Pause();
        Pass(16);
        Assert.Equal([1, 1], _taken);
    }

    private bool Take(int steps, int last)
    {
        _taken.Add(steps);
        return _taken.Sum() < last;
    }

    private void Pass(params ReadOnlySpan<double> frames)
    {
        foreach (double ms in frames)
        {
            _frames.NowMs += ms;
            _frames.Tick();
        }
    }
}
