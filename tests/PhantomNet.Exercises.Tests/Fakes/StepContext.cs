using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.DependencyInjection;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>A page with everything that a step asks for.</summary>
public abstract class StepContext : BunitContext
{
    protected StepContext()
    {
        Services.AddSingleton<INetworkRunnerFactory, TextbookRunnerFactory>();
        Services.AddSingleton<IFrameClock>(Frames);
        Services.AddSingleton<ICanvasPainter>(Canvas);
        Services.AddSingleton<IFileSaver>(Files);
        Services.AddSingleton<IStore>(new FakeStore());
        Services.AddSingleton<TaskProgress>();
    }

    private protected FakeFrames Frames { get; } = new() { MsPerLook = 1 };

    private protected FakeCanvas Canvas { get; } = new();

    private protected FakeFiles Files { get; } = new();

    private protected FakeHost Host { get; } = new();

    /// <summary>Opens a step at an address.</summary>
    private protected IRenderedComponent<IComponent> Open(Type view, string query) =>
        Render(builder =>
        {
            builder.OpenComponent<CascadingValue<IStepHost>>(0);
            builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Host);
            builder.AddComponentParameter(
                2,
                nameof(CascadingValue<>.ChildContent),
                (RenderFragment)(
                    inner =>
                    {
                        inner.OpenComponent(0, view);
                        inner.AddComponentParameter(1, "Query", query);
                        inner.CloseComponent();
                    }
                )
            );
            builder.CloseComponent();
        });
}
