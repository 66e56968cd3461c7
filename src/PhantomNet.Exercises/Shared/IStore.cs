namespace PhantomNet.Exercises.Shared;

/// <summary>
/// A few short texts kept between visits. Where the browser refuses storage, as in a frame of another site, they last until the
/// page is closed.
/// </summary>
public interface IStore
{
    /// <summary>The text kept under a key, or null.</summary>
    string? Read(string key);

    /// <summary>Keeps a text; never throws.</summary>
    void Write(string key, string value);
}
