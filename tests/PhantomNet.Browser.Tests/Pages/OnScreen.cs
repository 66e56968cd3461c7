using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PhantomNet.Browser.Tests.Pages;

/// <summary>Numbers as the pages write them, and places within a picture.</summary>
public static class OnScreen
{
    /// <summary>A whole number of at least 300, as a page writes it.</summary>
    public static Regex AtLeast300 { get; } = Pattern("^[3-9][0-9][0-9]$|^[0-9]+,");

    /// <summary>An expression for the browser to match.</summary>
    public static Regex Pattern(string expression) => new(expression, RegexOptions.None, TimeSpan.FromSeconds(10));

    /// <summary>The number in a text such as <c>97.5 %</c>, <c>−0.410</c> or <c>1,204</c>.</summary>
    public static double Number(string text) =>
        double.Parse(
            text.Replace('−', '-').TrimEnd('%', ' '),
            NumberStyles.Float | NumberStyles.AllowThousands,
            CultureInfo.InvariantCulture
        );

    /// <summary>The number that a control shows.</summary>
    public static async Task<double> NumberAsync(ILocator shown) => Number(await shown.InnerTextAsync());

    /// <summary>What it says once it has said the same for a while: what was under way when it was stopped may still come.</summary>
    public static async Task<string> AtRestAsync(ILocator shown)
    {
        string before;
        string now = await shown.InnerTextAsync();
        do
        {
            before = now;
            await shown.Page.WaitForTimeoutAsync(300);
            now = await shown.InnerTextAsync();
        } while (now != before);
        return now;
    }

    /// <summary>The point of the page at these fractions of a picture's width and height, which is brought into view.</summary>
    public static async Task<(float X, float Y)> PlaceAsync(ILocator picture, double across = 0.5, double down = 0.5)
    {
        await picture.ScrollIntoViewIfNeededAsync();
        LocatorBoundingBoxResult box = (await picture.BoundingBoxAsync())!;
        return ((float)(box.X + (across * box.Width)), (float)(box.Y + (down * box.Height)));
    }

    /// <summary>Drags from one point of the page to another, in a few moves.</summary>
    public static async Task DragAsync(IPage page, (float X, float Y) from, (float X, float Y) to)
    {
        await page.Mouse.MoveAsync(from.X, from.Y);
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to.X, to.Y, new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }
}
