using Microsoft.Playwright;

namespace PhantomNet.Bench;

/// <summary>Uses every control of a page once, in the order in which they stand, also those that others bring.</summary>
internal static class PageControls
{
    /// <summary>Begins the name of the mark that is set before each.</summary>
    public const string Mark = "control: ";

    private const int Most = 300;
    private const int PauseMs = 500;

    // What has a name of its own is used once. What ends the exercise, or needs an answer, is left alone.
    private const string UseNext = """
        (used) => {
          const name = (control) => {
            const section = control.closest("section");
            const place = section?.getAttribute("aria-labelledby") ?? section?.getAttribute("aria-label") ?? "";
            const own = control.getAttribute("aria-label") ?? (control.textContent.trim() || control.parentElement.textContent.trim());
            return `${place}, ${control.type}, ${own.slice(0, 40)}`;
          };
          for (const control of document.querySelectorAll("main button, main input:not([type=number])")) {
            if (control.disabled || /Reset|Save|Download|Commit/.test(name(control)) || used.includes(name(control))) continue;
            const using = name(control);
            performance.mark(MARK + using);
            if (control.type === "range") {
              const steps = Math.round((control.max - control.min) * 0.6 / control.step);
              control.value = Number(control.min) + steps * control.step;
              control.dispatchEvent(new Event("input", { bubbles: true }));
              control.dispatchEvent(new Event("change", { bubbles: true }));
            } else {
              control.click();
            }
            return using;
          }
          return null;
        }
        """;

    private static readonly string _useNext = UseNext.Replace("MARK", $"\"{Mark}\"", StringComparison.Ordinal);

    /// <summary>Uses them; returns how many there were.</summary>
    public static async Task<int> UseAllAsync(IPage page)
    {
        List<string> used = [];
        while (used.Count < Most && await page.EvaluateAsync<string?>(_useNext, used) is { } name)
        {
            used.Add(name);
            await page.WaitForTimeoutAsync(PauseMs);
        }

        return used.Count;
    }
}
