using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>
/// What the state asks for, brought to the screen in slices, one a frame: the radiograph, the one to compare with, their difference.
/// </summary>
public sealed class Lightbox : IDisposable
{
    /// <summary>How long a slice may take.</summary>
    public const double MsPerFrame = 8;

    // Behind the body, quanta and signal are below a quarter of the open beam's: scaled to that, the lungs can be told apart.
    private const double ShadowShare = 0.25;

    private readonly IFrameClock _frames;
    private readonly TrainingLoop _loop;
    private PhantomState _state = PhantomState.Default;
    private GreyPicture? _nextDifference;

    /// <summary>Starts with nothing on it.</summary>
    public Lightbox(IFrameClock frames)
    {
        _frames = frames;
        A = NewSide();
        _loop = new TrainingLoop(frames, MsPerFrame, (rows, _) => new(Advance(rows)), TickAsync);
    }

    /// <summary>After each slice of work.</summary>
    public event Action? Ticked;

    /// <summary>The one that the controls set.</summary>
    public Side A { get; }

    /// <summary>The one that was kept; null for none.</summary>
    public Side? B { get; private set; }

    /// <summary>A − B, where both have the same size and nothing is under way; null otherwise.</summary>
    public GreyPicture? Difference { get; private set; }

    /// <summary>Which value is black and which white, on both sides.</summary>
    public DisplayScale Scale { get; private set; } = new(0, 1);

    /// <summary>Whether there are values beyond white, as the open beam's are in quanta.</summary>
    public bool IsClipped => A.Image is { Stage: < PhantomStage.Log } image && image.Most > Scale.White;

    /// <summary>Whether what is on the screen is what was asked for.</summary>
    public bool IsComplete { get; private set; }

    /// <summary>About which share of the slower radiograph under way is done, 0 to 1.</summary>
    public double Progress => IsBusy(A) ? A.Darkroom.Progress : B?.Darkroom.Progress ?? 1;

    /// <summary>How long it has taken so far.</summary>
    public double ElapsedMs => IsBusy(A) ? A.Darkroom.ElapsedMs : B?.Darkroom.ElapsedMs ?? 0;

    /// <summary>Takes a state.</summary>
    /// <returns>Completes when all of it is on the screen, or something newer is.</returns>
    public Task ShowAsync(PhantomState state)
    {
        _state = state;
        IsComplete = false;
        A.Darkroom.Ask(state.Setting.Settings);
        if (state.Kept is null)
        {
            B = null;
            Difference = null;
        }
        else
        {
            B ??= NewSide();
            B.Darkroom.Ask(state.Kept.Settings);
        }

        return _loop.RunAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private static bool IsBusy(Side side) => side.Darkroom.IsBusy;

    private Side NewSide() => new(new Darkroom(() => _frames.NowMs));

    private Task TickAsync()
    {
        Ticked?.Invoke();
        return Task.CompletedTask;
    }

    private int Advance(int wanted)
    {
        // The rows of one stage take longer than those of another, and large images' than small ones': never many at a time.
        int rows = Math.Clamp(wanted, 1, Math.Max(1, 1024 / Math.Max(_state.Setting.Size, _state.Kept?.Size ?? 0)));
        int did = A.Develop(_state.Stage, rows);
        did = did > 0 ? did : B?.Develop(_state.Stage, rows) ?? 0;
        did = did > 0 ? did : Draw(rows);

        // What is finished is drawn before the next is begun.
        did = did > 0 ? did : A.Darkroom.Start();
        did = did > 0 ? did : B?.Darkroom.Start() ?? 0;
        if (did == 0)
        {
            IsComplete = true;
        }

        return did;
    }

    private int Draw(int rows)
    {
        if (A.Image is not { } image)
        {
            return 0;
        }

        Scale = ScaleOf(image, B?.Image);
        int did = A.Draw(Scale, _state.Overlays, rows);
        did = did > 0 ? did : B?.Draw(Scale, _state.Overlays, rows) ?? 0;
        return did > 0 ? did : Subtract(image, B?.Image, rows);
    }

    // The window is A's on both sides, so that equal greys are equal values.
    private DisplayScale ScaleOf(StageImage a, StageImage? b) =>
        a.Stage == PhantomStage.Image ? DisplayScale.Of(_state.Window ?? a.Radiograph.Window)
        : a.Stage is >= PhantomStage.Primary and < PhantomStage.Log ? DisplayScale.Around(0, ShadowShare * Open(a))
        : DisplayScale.Around(Math.Min(a.Least, b?.Least ?? a.Least), Math.Max(a.Most, b?.Most ?? a.Most));

    // What the open beam gives, in the stage's unit.
    private static double Open(StageImage image)
    {
        double signalKeV = image.Radiograph.Stages.OpenSignalKeV;
        return image.Stage >= PhantomStage.Signal ? signalKeV : signalKeV / image.Radiograph.Open.MeanEnergyKeV;
    }

    private int Subtract(StageImage a, StageImage? b, int rows)
    {
        if (b is null || a.Size != b.Size)
        {
            Difference = null;
            return 0;
        }

        GreyPicture? latest = _nextDifference ?? Difference;
        if (latest is null || !latest.Shows(a, b, latest.Scale))
        {
            _nextDifference = new GreyPicture(a, b, DisplayScale.OfDifference(a, b));
        }

        int did = _nextDifference?.Advance(rows) ?? 0;
        if (_nextDifference is { IsComplete: true })
        {
            Difference = _nextDifference;
            _nextDifference = null;
        }

        return did;
    }
}
