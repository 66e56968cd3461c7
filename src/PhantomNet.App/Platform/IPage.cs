namespace PhantomNet.App.Platform;

/// <summary>The page as a whole.</summary>
public interface IPage
{
    /// <summary><c>dark</c>, <c>light</c>, or <c>system</c> for the system's choice; kept where storage is allowed.</summary>
    string Theme { get; set; }

    /// <summary>Goes to an address of the app: as a new entry of the history, or in place of the present one. Soon.</summary>
    void GoTo(string address, bool replace);

    /// <summary>Shows its top.</summary>
    void ShowTop();

    /// <summary>Moves the focus to its heading, as a new page does for who reads by keyboard or ear.</summary>
    void StartReading();

    /// <summary>Moves the focus past what every page begins with, to the content.</summary>
    void SkipToContent();
}
