using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("browser")]

namespace PhantomNet.App.Platform;

/// <summary>
/// The page's own scripts, for what the platform gives C# no way in to: storage, canvas pixels, files, libraries,
/// frames, the theme.
/// </summary>
internal static partial class BrowserModules
{
    public const string Name = "page";

    /// <summary>Loads them; called once, before anything uses them.</summary>
    public static Task ImportAsync() => JSHost.ImportAsync(Name, "../js/page.js");

    [JSImport("readStore", Name)]
    public static partial string? ReadStore(string key);

    [JSImport("writeStore", Name)]
    public static partial bool WriteStore(string key, string value);

    [JSImport("paint", Name)]
    public static partial void Paint(string canvasId, [JSMarshalAs<JSType.MemoryView>] Span<byte> rgba, int width, int height);

    [JSImport("save", Name)]
    public static partial void Save(string fileName, string mediaType, [JSMarshalAs<JSType.MemoryView>] Span<byte> content);

    [JSImport("saveCanvas", Name)]
    public static partial Task SaveCanvasAsync(string fileName, string canvasId);

    [JSImport("fetchLibrary", Name)]
    public static partial Task FetchLibraryAsync(string file);

    [JSImport("nextFrame", Name)]
    public static partial Task NextFrameAsync();

    [JSImport("nextTask", Name)]
    public static partial Task NextTaskAsync();

    [JSImport("now", Name)]
    public static partial double Now();

    [JSImport("theme", Name)]
    public static partial string Theme();

    [JSImport("setTheme", Name)]
    public static partial void SetTheme(string theme);

    [JSImport("goTo", Name)]
    public static partial void GoTo(string address, bool replace);

    [JSImport("showTop", Name)]
    public static partial void ShowTop();

    [JSImport("startReading", Name)]
    public static partial void StartReading();

    [JSImport("skipToContent", Name)]
    public static partial void SkipToContent();
}
