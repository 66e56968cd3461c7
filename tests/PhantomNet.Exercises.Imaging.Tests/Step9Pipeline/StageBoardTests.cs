using Bunit;
using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class StageBoardTests : StepContext
{
    [Fact]
    public async Task A_pressed_stage_is_drawn_part_by_part_and_not_within_the_press()
    {
        using PipelineLesson lesson = new(new InstantFrames(), new TextbookRunnerFactory());
        lesson.ChooseStage(3);
        await lesson.Bench.RunAsync();
        lesson.Reset();
        FakeFrames frames = new() { MsPerLook = 10 }; // no two parts share a task
        IRenderedComponent<StageBoard> board = Render<StageBoard>(parameters =>
            parameters.AddCascadingValue(new DrawingTurns(frames)).Add(shown => shown.Lesson, lesson)
        );
        List<(int Sheets, int Maps, int Places)> seen = [];
        await TickAllAsync();
        seen.Clear();
        Task pressed = board.FindAll(".head button")[2].ClickAsync(new());
        Look();
        await TickAllAsync();
        await pressed;
        Assert.Equal([(0, 0, 0), (1, 0, 0), (1, 1, 0), (1, 1, 1)], seen.Distinct());
        Assert.Equal("1 · Image", board.Find(".sheet h2").TextContent);

        async Task TickAllAsync()
        {
            while (frames.IsAwaited)
            {
                await board.InvokeAsync(frames.Tick);
                Look();
            }
        }

        void Look() =>
            seen.Add((board.FindAll("div.sheet").Count, board.FindAll("#map").Count, board.FindAll(".working").Count));
    }
}
