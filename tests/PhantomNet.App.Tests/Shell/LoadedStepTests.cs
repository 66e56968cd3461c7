using System.Reflection;
using System.Reflection.Emit;
using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.App.Shell;
using PhantomNet.App.Tests.Fakes;
using PhantomNet.Exercises;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Tests.Shell;

public sealed class LoadedStepTests : ShellTest
{
    // What a test has loaded stays loaded: each has a library of its own.
    private readonly CourseStep _later = Course.Beside[0] with
    {
        View = new StepComponent("Later.Page", $"Later{Guid.NewGuid():N}"),
    };

    private readonly FakeHost _host = new();
    private int _retries;

    public static TheoryData<string> OpenPages => [.. Course.Pages.Where(page => page.IsOpen).Select(page => page.Slug)];

    [Theory]
    [MemberData(nameof(OpenPages))]
    public void The_component_that_the_course_names_is_there(string slug)
    {
        StepComponent view = Course.Find(slug)!.View!;
        Type? type = Assembly.Load(view.Library).GetType(view.Name);
        Assert.True(typeof(IComponent).IsAssignableFrom(type), $"{view.Library} has no component {view.Name}.");
        Assert.Equal(type, view.Type);
    }

    [Fact]
    public void A_component_that_is_here_is_shown_at_once()
    {
        DefineLibrary();
        IRenderedComponent<LoadedStep> step = Open();
        Assert.Contains("Alive with a=1", step.Markup, StringComparison.Ordinal);
        // Its heading stands there until its own does.
        Assert.Equal(_later.Title, step.Find(".arriving h1").TextContent);
        step.Render(of => of.Add(page => page.HasArrived, true));
        Assert.Empty(step.FindAll(".arriving"));
        Assert.Empty(Libraries.Asked);
    }

    [Fact]
    public void One_whose_library_comes_later_is_shown_when_it_has_come()
    {
        IRenderedComponent<LoadedStep> step = Open();
        Assert.Equal("Loading the code of this page …", step.Find("[role=status]").TextContent);
        Assert.Equal([_later.View!.Library], Libraries.Asked);
        DefineLibrary();
        Libraries.Answer(arrived: true);
        step.WaitForAssertion(() => Assert.Contains("Alive with a=1", step.Markup, StringComparison.Ordinal));
        Assert.Equal(0, _host.Arrivals); // the page that has come tells of its own heading
    }

    [Fact]
    public void A_library_that_does_not_come_is_named_and_asked_for_again()
    {
        IRenderedComponent<LoadedStep> step = Open();
        Libraries.Answer(arrived: false);
        step.WaitForAssertion(() => Assert.Equal("The phantom could not be loaded", step.Find("[role=alert] h1").TextContent));
        Assert.Equal((1, 0), (_host.Arrivals, _retries));
        step.Find("button").Click();
        Assert.NotNull(step.Find("[role=status]"));
        Assert.Empty(step.FindAll("[role=alert]"));
        DefineLibrary();
        Libraries.Answer(arrived: true);
        step.WaitForAssertion(() => Assert.Contains("Alive with a=1", step.Markup, StringComparison.Ordinal));
        Assert.Equal(2, Libraries.Asked.Count);
        Assert.Equal((1, 1), (_host.Arrivals, _retries));
    }

    private IRenderedComponent<LoadedStep> Open() =>
        Render<LoadedStep>(of =>
            of.AddCascadingValue<IStepHost>(_host)
                .Add(step => step.Step, _later)
                .Add(step => step.Query, "a=1")
                .Add(step => step.OnRetry, () => _retries++)
        );

    // An assembly with one component in it.
    private void DefineLibrary()
    {
        AssemblyName name = new(_later.View!.Library);
        AssemblyBuilder library = AssemblyBuilder.DefineDynamicAssembly(name, AssemblyBuilderAccess.Run);
        library
            .DefineDynamicModule("Pages")
            .DefineType(_later.View.Name, TypeAttributes.Public, typeof(LaterPage))
            .CreateType();
    }
}
