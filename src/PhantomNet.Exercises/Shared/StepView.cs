using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Shared;

/// <summary>The component of a step: shows a lesson, and keeps it and the address the same.</summary>
public abstract class StepView<TLesson, TState> : ComponentBase, IDisposable
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    private string? _query;
    private Task? _beginning;
    private bool _isReady;
    private bool _isGone;

    /// <summary>The page around the step.</summary>
    [CascadingParameter]
    public required IStepHost Host { get; set; }

    /// <summary>The query of the address, without the step's name. It changes with Back and Forward.</summary>
    [Parameter]
    public string Query { get; set; } = "";

    /// <summary>When each part of the page is drawn; without them, at once.</summary>
    [CascadingParameter]
    public DrawingTurns? Turns { get; set; }

    /// <summary>The lesson that is shown.</summary>
    public TLesson Lesson { get; private set; } = null!;

    /// <summary>Its state.</summary>
    protected TState State => Lesson.State;

    /// <summary>Gets ready what the lesson is made of, where that alone takes long: each in a task of its own.</summary>
    protected virtual IReadOnlyList<Action> Preparations => [];

    /// <summary>Makes the lesson; services are there.</summary>
    protected abstract TLesson CreateLesson();

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isReady)
        {
            return _beginning ??= BeginAsync();
        }

        // Where the address has only followed the step, the step shows it already.
        return Query == _query ? Task.CompletedTask : base.SetParametersAsync(ParameterView.Empty);
    }

    /// <inheritdoc/>
    protected override void OnParametersSet() => Load();

    /// <summary>The lesson has another state by the address.</summary>
    protected virtual void OnLoaded() { }

    /// <inheritdoc/>
    protected override void OnAfterRender(bool firstRender)
    {
        if (firstRender)
        {
            Host.Arrive();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isGone = true;
        if (Lesson is not null)
        {
            Dispose(disposing: true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the lesson.</summary>
    protected virtual void Dispose(bool disposing) => Lesson.Changed -= Report;

    // The lesson, its state and its picture come in tasks of their own too.
    private async Task BeginAsync()
    {
        foreach (Action prepare in Preparations)
        {
            prepare();
            await TurnAsync();
        }

        if (_isGone)
        {
            return;
        }

        Lesson = CreateLesson();
        Lesson.Changed += Report;
        await TurnAsync();
        if (_isGone)
        {
            return;
        }

        Load();
        await TurnAsync();
        if (!_isGone)
        {
            _isReady = true;
            await base.SetParametersAsync(ParameterView.Empty);
        }
    }

    private void Load()
    {
        if (Query != _query)
        {
            _query = Query;
            Lesson.Load(TState.Read(new QueryReader(Query)));
            OnLoaded();
        }
    }

    private Task TurnAsync() => Turns?.WaitAsync(Turns.NextPlace()) ?? Task.CompletedTask;

    private void Report(HistoryEntry entry)
    {
        QueryWriter query = new();
        State.Write(query);
        _query = query.ToString();
        Host.Report(_query, entry);
        StateHasChanged();
    }
}
