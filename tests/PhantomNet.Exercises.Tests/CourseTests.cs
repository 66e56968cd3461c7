using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests;

/// <summary>Holds every step of the course to the same rules.</summary>
public sealed class CourseTests : StepContext
{
    private const string Garbage = "step=9&data=%zz&n=NaN&layers=-1e999&t=&=&&x1=٣&w1=nonsense&f=99&z=1e400&%&a=" + "%00\"><b>";

    public static TheoryData<string> OpenSteps => [.. Course.Steps.Where(step => step.IsOpen).Select(step => step.Slug)];

    [Fact]
    public void There_are_nine_steps_in_order() =>
        Assert.Equal(Enumerable.Range(1, 9), Course.Steps.Select(step => step.Number));

    [Fact]
    public void Slugs_names_and_titles_tell_the_steps_apart()
    {
        Assert.Equal(9, Course.Steps.Select(step => step.Slug).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(9, Course.Steps.Select(step => step.Name).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.Equal(9, Course.Steps.Select(step => step.Title).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(Course.Steps, step => Assert.True(IsSlug(step.Slug)));
        Assert.All(Course.Steps, step => Assert.EndsWith(".", step.Summary.Replace('?', '.'), StringComparison.Ordinal));
    }

    [Fact]
    public void A_step_is_found_by_its_slug_and_nothing_else()
    {
        Assert.All(Course.Steps, step => Assert.Same(step, Course.Find(step.Slug)));
        Assert.Null(Course.Find(null));
        Assert.Null(Course.Find("nowhere"));
    }

    [Fact]
    public void An_open_step_shows_a_lesson() =>
        Assert.All(Course.Steps.Where(step => step.IsOpen), step => Assert.NotNull(StateOf(step)));

    [Theory, MemberData(nameof(OpenSteps))]
    public void Its_state_comes_back_from_the_address(string slug)
    {
        MethodInfo check = typeof(CourseTests).GetMethod(nameof(CheckState), BindingFlags.Static | BindingFlags.NonPublic)!;
        check.MakeGenericMethod(StateOf(Course.Find(slug)!)!).Invoke(null, null);
    }

    [Theory, MemberData(nameof(OpenSteps))]
    public void It_renders_at_the_start_and_from_garbage(string slug)
    {
        CourseStep step = Course.Find(slug)!;
        foreach (string query in (string[])["", Garbage, "a=" + new string('9', 10_000)])
        {
            IRenderedComponent<IComponent> page = Open(step.View!, query);
            Assert.Equal(step.Title, page.Find("h1").TextContent);
            Assert.DoesNotContain("NaN", page.Markup, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(OpenSteps))]
    public void Its_tasks_are_as_many_as_it_says_and_each_has_one_right_answer(string slug)
    {
        CourseStep step = Course.Find(slug)!;
        IReadOnlyList<LessonTask> tasks = Tasks(step);
        Assert.Equal(step.TaskCount, tasks.Count);
        Assert.Equal(tasks.Count, tasks.Select(task => task.Id).Distinct(StringComparer.Ordinal).Count());
        Assert.All(tasks, task => Assert.True(IsSlug(task.Id)));
        foreach (LessonTask task in tasks)
        {
            Assert.Single(task.Explain.Answers, answer => answer.IsRight);
            Assert.True(task.Explain.Answers.Length >= 2);
            Assert.All(task.Explain.Answers, answer => Assert.NotEmpty(answer.Text));
            Assert.All(task.Explain.Answers, answer => Assert.NotEmpty(answer.Feedback));
            Assert.NotEmpty(task.Title);
            Assert.NotEmpty(task.Run);
            Assert.True(task.Predict is not ChoicePrediction choice || choice.Options.Length >= 2);
            Assert.True(task.Predict is not NumberPrediction number || number.Min < number.Max);
            Assert.NotEmpty(task.Observe(1).Text);
        }
    }

    private static Type? StateOf(CourseStep step)
    {
        Type? type = step.View;
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StepView<,>)))
        {
            type = type.BaseType;
        }

        return type?.GetGenericArguments()[1];
    }

    private IReadOnlyList<LessonTask> Tasks(CourseStep step)
    {
        object view = Open(step.View!, "")
            .FindComponents<ComponentBase>()
            .Select(part => part.Instance)
            .First(step.View!.IsInstanceOfType);
        object lesson = step.View!.GetProperty("Lesson")!.GetValue(view)!;
        return (IReadOnlyList<LessonTask>)lesson.GetType().GetProperty("Tasks")!.GetValue(lesson)!;
    }

    private static void CheckState<TState>()
        where TState : class, IStepState<TState>
    {
        foreach (string query in (string[])["", Garbage])
        {
            TState state = TState.Read(new QueryReader(query));
            QueryWriter written = new();
            state.Write(written);
            Assert.Equal(state, TState.Read(new QueryReader(written.ToString())));
        }

        QueryWriter start = new();
        TState.Default.Write(start);
        Assert.Equal("", start.ToString());
        Assert.Equal(TState.Default, TState.Read(new QueryReader("")));
    }

    // Stands in an address or a key as it is.
    private static bool IsSlug(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || c == '-');
}
