using PhantomNet.App.Platform;

namespace PhantomNet.App.Tests.Fakes;

/// <summary>A page that counts what is asked of it.</summary>
internal sealed class FakePage : IPage
{
    public string Theme { get; set; } = "system";

    public int ReadingStarted { get; private set; }

    public int TopShown { get; private set; }

    public int Skipped { get; private set; }

    /// <summary>Where an address leads to.</summary>
    public Action<string, bool> OnGoTo { get; set; } = (_, _) => { };

    public void GoTo(string address, bool replace) => OnGoTo(address, replace);

    public void ShowTop() => TopShown++;

    public void StartReading() => ReadingStarted++;

    public void SkipToContent() => Skipped++;
}
