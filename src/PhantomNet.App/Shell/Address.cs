using PhantomNet.Exercises;

namespace PhantomNet.App.Shell;

/// <summary>Addresses within the app. They differ in the query alone, so that any host of plain files can serve them.</summary>
public static class Address
{
    /// <summary>The start page.</summary>
    public const string Home = "./";

    /// <summary>A step, with its state if there is one; relative to the app's base.</summary>
    public static string Of(CourseStep step, string query = "") => $"./?step={step.Slug}{(query.Length > 0 ? "&" : "")}{query}";
}
