namespace PhantomNet.App.Platform;

/// <summary>The page in the browser.</summary>
internal sealed class BrowserPage : IPage
{
    public string Theme
    {
        get => BrowserModules.Theme();
        set => BrowserModules.SetTheme(value);
    }

    // NavigationManager would do the same by way of JSON, whose first use alone takes longer than a press of a button may.
    public void GoTo(string address, bool replace) => BrowserModules.GoTo(address, replace);

    public void ShowTop() => BrowserModules.ShowTop();

    public void StartReading() => BrowserModules.StartReading();

    public void SkipToContent() => BrowserModules.SkipToContent();
}
