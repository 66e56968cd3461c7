namespace PhantomNet.App.Platform;

/// <summary>The page in the browser.</summary>
internal sealed class BrowserPage : IPage
{
    public string Theme
    {
        get => BrowserModules.Theme();
        set => BrowserModules.SetTheme(value);
    }

    public void StartReading() => BrowserModules.StartReading();

    public void SkipToContent() => BrowserModules.SkipToContent();
}
