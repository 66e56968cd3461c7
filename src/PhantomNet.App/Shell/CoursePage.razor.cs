using Microsoft.AspNetCore.Components.Routing;
using PhantomNet.Exercises;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Shell;

/// <summary>The one page: the address's query says which step is open and what its state is.</summary>
public sealed partial class CoursePage
{
    /// <summary>Where the last address is kept.</summary>
    public const string LastPlaceKey = "place";

    private const string StepKey = "step";

    // Browsers allow only so many history changes a second; a dragged slider makes more.
    private static readonly TimeSpan ReportDelay = TimeSpan.FromMilliseconds(300);

    private DrawingTurns _turns = null!;
    private readonly Queue<string> _written = new(); // addresses that the page has gone to and not been told of yet
    private CourseStep? _step;
    private string? _unknown;
    private string _query = "";
    private bool _hasArrived;
    private bool _moved; // by a link, and not at the heading yet
    private CancellationTokenSource? _pending;

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        _turns = new DrawingTurns(Frames);
        Navigation.LocationChanged += OnLocationChanged;
        Read(Navigation.Uri);
    }

    /// <inheritdoc/>
    protected override Task OnAfterRenderAsync(bool firstRender)
    {
        if (_step is null)
        {
            StartReading();
        }

        return firstRender ? Interception.EnableNavigationInterceptionAsync() : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public void Report(string query, HistoryEntry entry)
    {
        string before = _query;
        bool unwritten = _pending is not null;
        _query = query;
        Forget();
        if (entry == HistoryEntry.New)
        {
            // A slider's last move belongs to the entry that is left, even where its time to be written hasn't come.
            if (unwritten)
            {
                Write(before, replace: true);
            }

            Write(query, replace: false);
        }
        else
        {
            _pending = new CancellationTokenSource();
            _ = WriteLaterAsync(_pending.Token);
        }
    }

    /// <inheritdoc/>
    public void Arrive()
    {
        _hasArrived = true;
        StartReading();
        StateHasChanged();
    }

    private void StartReading()
    {
        // After the first load the focus stays where the browser has it.
        if (_moved)
        {
            _moved = false;
            Page.StartReading();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _pending?.Cancel();
        Navigation.LocationChanged -= OnLocationChanged;
    }

    private void Forget()
    {
        _pending?.Cancel();
        _pending = null;
    }

    private async Task WriteLaterAsync(CancellationToken cancellation)
    {
        try
        {
            await Task.Delay(ReportDelay, cancellation);
            _pending = null;
            Write(_query, replace: true);
        }
        catch (OperationCanceledException)
        {
            // A later change writes instead.
        }
    }

    private void Write(string query, bool replace)
    {
        string address = Address.Of(_step!, query);
        Store.Write(LastPlaceKey, address);
        _written.Enqueue(Navigation.ToAbsoluteUri(address).AbsoluteUri);
        Page.GoTo(address, replace);
    }

    private void OnLocationChanged(object? sender, LocationChangedEventArgs e)
    {
        if (_written.TryPeek(out string? written) && e.Location == written)
        {
            // The step is there already, or has gone on since.
            _written.Dequeue();
            StateHasChanged();
            return;
        }

        _written.Clear();
        CourseStep? before = _step;
        Forget();
        Read(e.Location);
        if (before != _step)
        {
            _moved = true;
            _hasArrived = false;
            Page.ShowTop();
        }

        StateHasChanged();
    }

    private void Read(string location)
    {
        string query = new Uri(location).Query;
        string? slug = new QueryReader(query).Text(StepKey);
        _step = Course.Find(slug) is { IsOpen: true } step ? step : null;
        _unknown = _step is null ? slug : null;
        _query = string.Join(
            '&',
            query
                .TrimStart('?')
                .Split('&', StringSplitOptions.RemoveEmptyEntries)
                .Where(pair => !pair.StartsWith(StepKey + "=", StringComparison.Ordinal))
        );
        if (_step is not null)
        {
            Store.Write(LastPlaceKey, Address.Of(_step, _query));
        }
    }
}
