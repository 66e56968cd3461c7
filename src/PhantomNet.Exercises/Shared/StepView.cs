using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Shared;

/// <summary>The component of a step: shows a lesson, and keeps it and the address the same.</summary>
public abstract class StepView<TLesson, TState> : ComponentBase, IDisposable
    where TLesson : Lesson<TState>
    where TState : class, IStepState<TState>
{
    private string? _query;
    private bool _isNew = true;

    /// <summary>The page around the step.</summary>
    [CascadingParameter]
    public required IStepHost Host { get; set; }

    /// <summary>The query of the address, without the step's name. It changes with Back and Forward.</summary>
    [Parameter]
    public string Query { get; set; } = "";

    /// <summary>The lesson that is shown.</summary>
    public TLesson Lesson { get; private set; } = null!;

    /// <summary>Its state.</summary>
    protected TState State => Lesson.State;

    /// <summary>Makes the lesson; services are there.</summary>
    protected abstract TLesson CreateLesson();

    /// <inheritdoc/>
    public override Task SetParametersAsync(ParameterView parameters)
    {
        parameters.SetParameterProperties(this);
        if (!_isNew && Query == _query)
        {
            // The address has followed the step, which shows it already.
            return Task.CompletedTask;
        }

        _isNew = false;
        return base.SetParametersAsync(ParameterView.Empty);
    }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        Lesson = CreateLesson();
        Lesson.Changed += Report;
    }

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (Query != _query)
        {
            _query = Query;
            Lesson.Load(TState.Read(new QueryReader(Query)));
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>Lets go of the lesson.</summary>
    protected virtual void Dispose(bool disposing) => Lesson.Changed -= Report;

    private void Report(HistoryEntry entry)
    {
        QueryWriter query = new();
        State.Write(query);
        _query = query.ToString();
        Host.Report(_query, entry);
        StateHasChanged();
    }
}
