using Microsoft.Playwright;

namespace PhantomNet.Browser.Tests.Pages;

/// <summary>Someone who has a keyboard and no pointer: the focus goes to a named control, and keys do the rest.</summary>
public sealed class KeyboardUser(AppPage page)
{
    // No group of choices is larger.
    private const int MostChoices = 10;

    /// <summary>Presses a key on a control, so many times.</summary>
    public async Task PressAsync(ILocator control, string key, int times = 1)
    {
        await control.FocusAsync();
        for (int i = 0; i < times; i++)
        {
            await page.Browser.Keyboard.PressAsync(key);
        }
    }

    /// <summary>Presses a button; waits until it can be pressed.</summary>
    public async Task PressButtonAsync(ILocator button)
    {
        await Assertions.Expect(button).ToBeEnabledAsync();
        await PressAsync(button, "Enter");
    }

    /// <summary>The same for the only button of this name.</summary>
    public Task PressButtonAsync(string name) =>
        PressButtonAsync(page.Browser.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }));

    /// <summary>Types in a box in the place of what it holds, and leaves it by Tab.</summary>
    public async Task TypeAsync(ILocator box, string text)
    {
        await box.FocusAsync();
        await page.Browser.Keyboard.PressAsync("Control+A");
        await page.Browser.Keyboard.TypeAsync(text);
        await page.Browser.Keyboard.PressAsync("Tab");
    }

    /// <summary>Goes with the arrow keys through a group of choices until this one is chosen.</summary>
    public async Task ChooseAsync(ILocator group, string option)
    {
        ILocator wanted = group.GetByRole(AriaRole.Radio, new() { Name = option, Exact = true });
        // No choice may be made yet, as under a question: then Tab leads to the first, and Space takes it.
        ILocator chosen = group.Locator("input:checked");
        if (await chosen.CountAsync() == 0)
        {
            await PressAsync(group.GetByRole(AriaRole.Radio).First, "Space");
        }

        await chosen.FocusAsync();
        for (int i = 0; i < MostChoices && !await wanted.IsCheckedAsync(); i++)
        {
            await page.Browser.Keyboard.PressAsync("ArrowRight");
        }

        await Assertions.Expect(wanted).ToBeCheckedAsync();
    }

    /// <summary>Commits to a number in a task, runs nothing, and returns when its Check button is there.</summary>
    public async Task PredictAsync(ILocator task, string number)
    {
        await task.GetByRole(AriaRole.Textbox, new() { Name = "Your prediction" }).FocusAsync();
        await page.Browser.Keyboard.TypeAsync(number);
        await page.Browser.Keyboard.PressAsync("Enter");
        await Assertions.Expect(task.GetByRole(AriaRole.Button, new() { Name = "Check" })).ToBeVisibleAsync();
    }
}
