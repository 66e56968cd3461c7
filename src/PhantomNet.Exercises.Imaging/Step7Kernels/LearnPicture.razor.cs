using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

public sealed partial class LearnPicture
{
    // Of a frame's 16 to 17 ms and what drawing takes.
    private const double BudgetMs = 9;
    private const int Blank = KernelsState.ImageSize - 2;

    private TrainingLoop _loop = null!;
    private byte[] _target = new byte[Blank * Blank * 4];
    private byte[] _output = new byte[Blank * Blank * 4];
    private int _side = Blank;
    private double _end;
    private int _beyond;
    private double[] _hidden = new double[Kernel.Count];
    private double[] _learned = new double[Kernel.Count];
    private double[] _difference = new double[Kernel.Count];
    private IReadOnlyList<ChartSeries> _losses = [];

    /// <inheritdoc/>
    protected override object Shown => (Lesson.Image, Lesson.LearningSettings, State.Surprise, Learning.Forgotten);

    private KernelLearning Learning => Lesson.Learning;

    private bool IsRunning => _loop.IsRunning;

    private bool CanLearn => Learning.Settings is not null && Lesson.HasImage && !Learning.IsFound && !Learning.HasDiverged;

    // A surprise stays one until it is found.
    private bool IsHidden => State.Surprise && !Learning.IsFound;

    private string Status =>
        !Lesson.HasImage ? "The radiograph is being taken."
        : Learning.HasDiverged
            ? "Learning has stopped before an update that would not have been a finite number. Lower the learning rate and start again."
        : Learning.IsFound ? $"Found: after {Learning.Steps:N0} steps all nine weights are right to three decimals.{Named}"
        : IsRunning ? "Learning."
        : Learning.Steps == 0 ? "Not started yet."
        : $"Paused after {Learning.Steps:N0} steps.";

    private string Named => State.Surprise ? $" It was {KernelsLesson.Drawn(State.SurpriseSeed).Name()}." : "";

    /// <inheritdoc/>
    protected override void OnInitialized() =>
        _loop = new TrainingLoop(Frames, BudgetMs, (_, cancellation) => Learning.StepAsync(cancellation), DrawAsync);

    /// <inheritdoc/>
    protected override async Task OnParametersSetAsync()
    {
        bool sameImage = ReferenceEquals(Learning.Image, Lesson.Image);
        if (!Lesson.HasImage || (sameImage && Lesson.LearningSettings.Equals(Learning.Settings)))
        {
            return;
        }

        bool wasRunning = IsRunning;
        await RestartAsync();
        if (wasRunning && CanLearn)
        {
            await _loop.RunAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Dispose(); // the renderer calls this one alone
        await _loop.StopAsync();
        _loop.Dispose();
        await Learning.DisposeAsync();
    }

    private async Task ToggleAsync()
    {
        if (IsRunning)
        {
            await _loop.StopAsync();
            await DrawAsync();
        }
        else
        {
            await _loop.RunAsync();
        }
    }

    private async Task StepAsync()
    {
        await Learning.StepAsync(CancellationToken.None, alone: true);
        await DrawAsync();
    }

    private async Task RestartAsync()
    {
        if (!Lesson.HasImage)
        {
            return;
        }

        await _loop.StopAsync();
        await Learning.StartAsync(Lesson.LearningSettings, Lesson.Image);
        if (Learning.Target is { } target)
        {
            _end = target.ScaleEnd;
            _side = target.Size;
            _target = PixelColours.Signed(target.Values, _end);
            _hidden = Weights(Lesson.Hidden);
        }

        Redraw();
    }

    private async Task DrawAsync()
    {
        await Learning.MeasureAsync();
        Redraw();
        StateHasChanged();
    }

    private void Redraw()
    {
        if (Learning.Output is not { } output)
        {
            return;
        }

        _output = PixelColours.Signed(output.Values, _end);
        _beyond = output.Values.Count(value => Math.Abs(value) > _end * 1.0001);
        _learned = Weights(Learning.Learned);
        _difference = [.. _learned.Zip(_hidden, (learned, hidden) => learned - hidden)];
        _losses = [new ChartSeries("mean squared error", [.. Learning.History], ChartTone.Accent)];
    }

    private static double[] Weights(Kernel kernel) => [.. Enumerable.Range(0, Kernel.Count).Select(place => kernel[place])];
}
