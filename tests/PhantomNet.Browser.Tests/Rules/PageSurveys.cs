using PhantomNet.Browser.Tests.Setup;

namespace PhantomNet.Browser.Tests.Rules;

/// <summary>Visits every page once, several at a time.</summary>
public sealed class PageSurveys(RunningApp app)
{
    private const int AtOnce = 3;

    private readonly Lazy<Dictionary<PageCase, Task<PageSurvey>>> _all = new(() => Start(app));

    /// <summary>What the visit to one page told.</summary>
    public Task<PageSurvey> OfAsync(PageCase visited) => _all.Value[visited];

    private static Dictionary<PageCase, Task<PageSurvey>> Start(RunningApp app)
    {
        SemaphoreSlim places = new(AtOnce);
        return PageCase.All.ToDictionary(visited => visited, visited => SurveyAsync(app, visited, places));
    }

    private static async Task<PageSurvey> SurveyAsync(RunningApp app, PageCase visited, SemaphoreSlim places)
    {
        await places.WaitAsync();
        try
        {
            return await PageSurvey.OfAsync(app, visited);
        }
        finally
        {
            places.Release();
        }
    }
}
