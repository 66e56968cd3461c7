using System.Reflection;
using Bunit;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Tests;

/// <summary>
/// Holds the pages of a library to the same rules, steps and those beside them. The tests of each library have this file.
/// </summary>
public sealed class PageTests : StepContext
{
    private const string Garbage = "step=9&data=%zz&n=NaN&layers=-1e999&t=&=&&x1=٣&w1=nonsense&f=99&z=1e400&%&a=" + "%00\"><b>";

    // The one that the tests are named after.
    private static readonly string Library = typeof(PageTests).Assembly.GetName().Name![..^".Tests".Length];

    // Not there before one of its types is used.
    private static readonly Assembly Loaded = Assembly.Load(Library);

    public static TheoryData<string> Pages =>
        [.. Course.Pages.Where(page => page.View?.Library == Library).Select(page => page.Slug)];

    [Fact]
    public void The_course_has_pages_of_this_library_and_each_shows_a_lesson()
    {
        Assert.NotEmpty(Pages);
        Assert.All(Pages.Select(row => Course.Find(row.Data)!), page => Assert.NotNull(StateOf(page)));
    }

    [Theory, MemberData(nameof(Pages))]
    public void Its_state_comes_back_from_the_address(string slug)
    {
        MethodInfo check = typeof(PageTests).GetMethod(nameof(CheckState), BindingFlags.Static | BindingFlags.NonPublic)!;
        check.MakeGenericMethod(StateOf(Course.Find(slug)!)!).Invoke(null, null);
    }

    [Theory, MemberData(nameof(Pages))]
    public void It_renders_at_the_start_and_from_garbage(string slug)
    {
        CourseStep page = Course.Find(slug)!;
        foreach (string query in (string[])["", Garbage, "a=" + new string('9', 10_000)])
        {
            IRenderedComponent<IComponent> shown = Open(ViewOf(page), query);
            Assert.Equal(page.Title, shown.Find("h1").TextContent);
            Assert.DoesNotContain("NaN", shown.Markup, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Pages))]
    public void Its_tasks_are_as_many_as_it_says_and_each_has_one_right_answer(string slug)
    {
        CourseStep page = Course.Find(slug)!;
        IReadOnlyList<LessonTask> tasks = Tasks(page);
        Assert.Equal(page.TaskCount, tasks.Count);
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

    private static Type ViewOf(CourseStep page) => Loaded.GetType(page.View!.Name, throwOnError: true)!;

    private static Type? StateOf(CourseStep page)
    {
        Type? type = ViewOf(page);
        while (type is not null && !(type.IsGenericType && type.GetGenericTypeDefinition() == typeof(StepView<,>)))
        {
            type = type.BaseType;
        }

        return type?.GetGenericArguments()[1];
    }

    private IReadOnlyList<LessonTask> Tasks(CourseStep page)
    {
        Type type = ViewOf(page);
        object view = Open(type, "").FindComponents<ComponentBase>().Select(part => part.Instance).First(type.IsInstanceOfType);
        object lesson = type.GetProperty("Lesson")!.GetValue(view)!;
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
    public static bool IsSlug(string text) => text.Length > 0 && text.All(c => char.IsAsciiLetterLower(c) || c == '-');
}
