namespace PhantomNet.App.Platform;

/// <summary>The page as a whole.</summary>
public interface IPage
{
    /// <summary><c>dark</c>, <c>light</c>, or <c>system</c> for the system's choice; kept where storage is allowed.</summary>
    string Theme { get; set; }

    /// <summary>Shows its top, as after a step has been opened.</summary>
    void ScrollToTop();
}
