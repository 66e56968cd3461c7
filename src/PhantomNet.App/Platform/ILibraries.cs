namespace PhantomNet.App.Platform;

/// <summary>Libraries of pages that don't come with the app.</summary>
public interface ILibraries
{
    /// <summary>Loads one; false when it didn't arrive. Asking again tries again.</summary>
    /// <param name="name">The assembly's, without an ending.</param>
    Task<bool> LoadAsync(string name);
}
