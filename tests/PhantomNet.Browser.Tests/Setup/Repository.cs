namespace PhantomNet.Browser.Tests.Setup;

/// <summary>The checkout that these tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder that holds the solution.</summary>
    public static string Root { get; } = Find();

    /// <summary>A path below it, with forward slashes.</summary>
    public static string File(string path) => Path.Combine(Root, Path.Combine(path.Split('/')));

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (System.IO.File.Exists(Path.Combine(folder.FullName, "PhantomNet.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"No folder above {AppContext.BaseDirectory} holds PhantomNet.slnx.");
    }
}
