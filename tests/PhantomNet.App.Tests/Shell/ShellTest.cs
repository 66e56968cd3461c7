using Bunit;
using Bunit.TestDoubles;
using Microsoft.Extensions.DependencyInjection;
using PhantomNet.App.Kernels;
using PhantomNet.App.Platform;
using PhantomNet.App.Tests.Fakes;
using PhantomNet.Exercises;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.App.Tests.Shell;

/// <summary>The services of the app, without a browser.</summary>
public abstract class ShellTest : BunitContext
{
    private protected ShellTest()
    {
        Services.AddSingleton<IStore>(Store);
        Services.AddSingleton<ILibraries>(Libraries);
        Services.AddSingleton<IPage>(Page);
        Services.AddSingleton<ICanvasPainter, FakeCanvas>();
        Services.AddSingleton<IFileSaver, FakeFiles>();
        Services.AddSingleton<IFrameClock, FakeFrames>();
        Services.AddSingleton<INetworkRunnerFactory, TextbookRunnerFactory>();
        Services.AddSingleton<TaskProgress>();
        Services.AddSingleton(News);
        Page.OnGoTo = (address, replace) => Navigation.NavigateTo(address, replace: replace);
    }

    private protected EngineNews News { get; } = new();

    private protected FakeStore Store { get; } = new();

    private protected FakeLibraries Libraries { get; } = new();

    private protected FakePage Page { get; } = new();

    private protected BunitNavigationManager Navigation => Services.GetRequiredService<BunitNavigationManager>();

    private protected static CourseStep[] OpenSteps { get; } = [.. Course.Steps.Where(step => step.IsOpen)];

    /// <summary>A step without a view, as one is that is still to come.</summary>
    private protected static CourseStep Coming { get; } = new(Course.Steps.Count + 1, "later", "Later", "Later", "Later.");

    /// <summary>Marks every task of a step as done.</summary>
    private protected void Finish(CourseStep step)
    {
        TaskProgress progress = Services.GetRequiredService<TaskProgress>();
        for (int task = 1; task <= step.TaskCount; task++)
        {
            progress.MarkDone(step.Slug, $"task{task}");
        }
    }
}
