using Microsoft.Playwright;

namespace PhantomNet.Browser.Tests.Pages;

/// <summary>The parts that every step has, named as its user names them.</summary>
public sealed class StepOnScreen(AppPage page)
{
    private IPage Browser => page.Browser;

    /// <summary>The section under the step's heading that holds its main controls.</summary>
    public ILocator Controls => Browser.GetByRole(AriaRole.Region, new() { Name = "Controls", Exact = true });

    /// <summary>The section that holds its picture.</summary>
    public ILocator Stage => Browser.GetByRole(AriaRole.Region, new() { Name = "Stage", Exact = true });

    /// <summary>The section beside it, where there is one.</summary>
    public ILocator Extra => Browser.GetByRole(AriaRole.Region, new() { Name = "More of the stage", Exact = true });

    /// <summary>The slider of a number.</summary>
    public ILocator Slider(string name) => Browser.GetByRole(AriaRole.Slider, new() { Name = name, Exact = true });

    /// <summary>The box of a number.</summary>
    public ILocator Box(string name) => Browser.GetByRole(AriaRole.Textbox, new() { Name = $"{name}, typed", Exact = true });

    /// <summary>Types a number, as with the keyboard, and leaves the box.</summary>
    public async Task TypeAsync(string name, string number)
    {
        await Box(name).FillAsync(number);
        await Box(name).PressAsync("Tab");
    }

    /// <summary>Chooses one of a group, by keyboard as much as by pointer: both end in the radio button.</summary>
    public Task ChooseAsync(string group, string option) =>
        Browser
            .GetByRole(AriaRole.Group, new() { Name = group, Exact = true })
            .GetByRole(AriaRole.Radio, new() { Name = option, Exact = true })
            .CheckAsync();

    /// <summary>Presses a button.</summary>
    public Task PressAsync(string button) =>
        Browser.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    /// <summary>The number above a label among the results.</summary>
    public ILocator Readout(string label) =>
        Browser.Locator(".readout", new() { Has = Browser.GetByText(label, new() { Exact = true }) }).Locator("b");

    /// <summary>The card of a task, counted from 1.</summary>
    public ILocator Task(int number) => Browser.Locator("li.task").Nth(number - 1);

    /// <summary>Commits to one of the options of a task.</summary>
    public Task PredictAsync(int task, string option) =>
        Task(task).GetByRole(AriaRole.Button, new() { Name = option, Exact = true }).ClickAsync();

    /// <summary>Commits to a number.</summary>
    public async Task PredictNumberAsync(int task, string number)
    {
        await Task(task).GetByRole(AriaRole.Textbox, new() { Name = "Your prediction" }).FillAsync(number);
        await Task(task).GetByRole(AriaRole.Button, new() { Name = "Commit" }).ClickAsync();
    }

    /// <summary>Has what was run checked, and returns what the app says to it.</summary>
    public async Task<string> CheckAsync(int task)
    {
        await Task(task).GetByRole(AriaRole.Button, new() { Name = "Check" }).ClickAsync();
        return await Task(task).Locator(".say").First.InnerTextAsync();
    }

    /// <summary>Chooses an explanation, and returns what the app says to it.</summary>
    public async Task<string> ExplainAsync(int task, string answer)
    {
        await Task(task).GetByRole(AriaRole.Radio, new() { Name = answer, Exact = true }).CheckAsync();
        return await Task(task).Locator(".say").Last.InnerTextAsync();
    }
}
