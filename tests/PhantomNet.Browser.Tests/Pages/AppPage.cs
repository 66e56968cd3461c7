using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PhantomNet.Browser.Tests.Pages;

/// <summary>A page of the app in a browser, and all that went wrong on it.</summary>
public sealed class AppPage : IAsyncDisposable
{
    private static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    private readonly IBrowserContext _context;
    private readonly ConcurrentQueue<string> _words = new();
    private readonly ConcurrentQueue<string> _failures = new();
    private readonly ConcurrentQueue<string> _violations = new();
    private readonly ConcurrentQueue<string> _requests = new();

    private AppPage(IBrowserContext context, IPage page, string address)
    {
        _context = context;
        Browser = page;
        Address = address;
        page.Console += (_, message) => _words.Enqueue($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => _words.Enqueue($"error: {error}");
        page.Request += (_, request) => _requests.Enqueue(request.Url);
        page.RequestFailed += (_, request) => _failures.Enqueue($"{request.Url}: {request.Failure}");
        page.Response += (_, response) =>
        {
            if (response.Status >= 400)
            {
                _failures.Enqueue($"{response.Url}: {response.Status}");
            }
        };
    }

    /// <summary>The page itself, for what isn't said more shortly here.</summary>
    public IPage Browser { get; }

    /// <summary>Where the app is.</summary>
    public string Address { get; }

    /// <summary>The heading of the step, or of the start page.</summary>
    public ILocator Title => Browser.Locator("main h1#step-title");

    /// <summary>The step on show.</summary>
    public StepOnScreen Step => new(this);

    /// <summary>What the page or the browser said on the console, errors that nobody caught among it.</summary>
    public IReadOnlyCollection<string> ConsoleWords => _words;

    /// <summary>Requests without an answer, or answered by an error.</summary>
    public IReadOnlyCollection<string> FailedRequests => _failures;

    /// <summary>What the content security policy refused.</summary>
    public IReadOnlyCollection<string> PolicyViolations => _violations;

    /// <summary>Every address that was asked for.</summary>
    public IReadOnlyCollection<string> Requests => _requests;

    /// <summary>The query of the address on show.</summary>
    public string Query => new Uri(Browser.Url).Query;

    /// <summary>A page in a context, which is closed with it.</summary>
    public static async Task<AppPage> InAsync(IBrowserContext context, string address)
    {
        // A persistent context comes with a page.
        AppPage page = new(context, context.Pages is [var first, ..] ? first : await context.NewPageAsync(), address);
        await context.ExposeFunctionAsync("reportViolation", (string text) => page._violations.Enqueue(text));
        await context.AddInitScriptAsync(
            """
            document.addEventListener("securitypolicyviolation", (e) => reportViolation(`${e.violatedDirective}: ${e.blockedURI} ${e.sample}`));
            """
        );
        return page;
    }

    /// <summary>Opens the app by its address, as from a link elsewhere, and waits until it shows something.</summary>
    /// <param name="query">From the question mark on; empty for the start page.</param>
    public async Task OpenAsync(string query = "")
    {
        await Browser.GotoAsync(Address + query);
        await Title.WaitForAsync();
    }

    /// <summary>Loads it again.</summary>
    public async Task ReloadAsync()
    {
        await Browser.ReloadAsync();
        await Title.WaitForAsync();
    }

    /// <summary>Goes to a step by the indicator at the top.</summary>
    public Task GoToStepAsync(string name) =>
        Browser
            .GetByRole(AriaRole.Navigation, new() { Name = "Steps of the course" })
            .GetByText(name, new() { Exact = true })
            .ClickAsync();

    /// <summary>Waits until the heading says this.</summary>
    public Task WaitForTitleAsync(string title) => Assertions.Expect(Title).ToHaveTextAsync(title);

    /// <summary>The colour behind the page, as the browser computes it.</summary>
    public Task<string> BackgroundAsync() =>
        Browser.EvaluateAsync<string>("() => getComputedStyle(document.body).backgroundColor");

    /// <summary>Waits until the address's query is this.</summary>
    public Task WaitForQueryAsync(string query) => Browser.WaitForURLAsync(url => new Uri(url).Query == query);

    /// <summary>Every rule of accessibility that the page as it stands breaks, with the elements that break it.</summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        AxeResult result = await Browser.RunAxe(Rules);
        return
        [
            .. from violation in result.Violations
            from node in violation.Nodes
            select $"{violation.Id} ({violation.Help}): {node.Html} {string.Join("; ", node.Any.Select(check => check.Message))}",
        ];
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync() => await _context.CloseAsync();
}
