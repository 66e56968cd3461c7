using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The phantom's page without its looks.</summary>
public sealed class PhantomLesson : Lesson<PhantomState>, IDisposable
{
    private Radiograph? _measured;
    private float[]? _placedIn;
    private bool _isShown;

    /// <summary>Makes it at its default state.</summary>
    public PhantomLesson(IFrameClock frames)
    {
        Lightbox = new Lightbox(frames);
        Lightbox.Ticked += OnTick;
        Maker = new SetMaker(frames);
        Tasks = PhantomTasks.For(this);
    }

    /// <summary>Something on the screen has moved, or may have.</summary>
    public event Action? Ticked;

    /// <summary>Work failed that no event handler waits for.</summary>
    public event Action<Exception>? Failed;

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>What is on the screen.</summary>
    public Lightbox Lightbox { get; }

    /// <summary>Makes sets.</summary>
    public SetMaker Maker { get; }

    /// <summary>What has been measured.</summary>
    public Measurements Measurements { get; } = new();

    /// <summary>Where, in the radiograph on the screen; null before the first.</summary>
    public Places? Places { get; private set; }

    /// <summary>The place that is read, in cm from the image's left and top.</summary>
    public (double X, double Y) Probe { get; private set; } = (12, 15.5);

    /// <summary>The radiograph on the screen: A.</summary>
    public Radiograph? Radiograph => Lightbox.A.Image?.Radiograph;

    /// <summary>The window in use; null before the first radiograph.</summary>
    public WindowLevel? Window => State.Window ?? Lightbox.A.Image?.Radiograph.Window;

    /// <summary>What is known of the pixel there; null before the first radiograph.</summary>
    public PixelFacts? Pixel =>
        Radiograph is { } radiograph
            ? PixelFacts.Of(radiograph, Profile.PixelAt(Probe.Y, radiograph.Size), Profile.PixelAt(Probe.X, radiograph.Size))
            : null;

    /// <summary>Brings the state to the screen, unless it is there or on its way.</summary>
    public void EnsureShown()
    {
        if (!_isShown)
        {
            _isShown = true;
            Show();
        }
    }

    /// <summary>Another setting.</summary>
    public void Change(PhantomSetting setting, HistoryEntry entry = HistoryEntry.Same) =>
        Set(State with { Setting = setting }, entry);

    /// <summary>The next patient, all of it drawn from the seed.</summary>
    public void NewPatient() => DrawPatient(Next(State.Setting.Patient.Seed));

    /// <summary>The patient of a seed.</summary>
    public void DrawPatient(int seed) =>
        Change(State.Setting with { Patient = PhantomSetting.DrawPatient(seed) }, HistoryEntry.New);

    /// <summary>A pneumonia as sets have them.</summary>
    public void NewPneumonia() => Change(State.Setting.WithPneumonia(Next(State.Setting.Shape.Seed)), HistoryEntry.New);

    /// <summary>The same exposure again: other quanta.</summary>
    public void NewNoise() => Change(State.Setting with { NoiseSeed = Next(State.Setting.NoiseSeed) }, HistoryEntry.New);

    /// <summary>Another stage in the place of the image.</summary>
    public void Look(PhantomStage stage) => Set(State with { Stage = stage }, HistoryEntry.New);

    /// <summary>A window; null for the automatic one.</summary>
    public void SetWindow(WindowLevel? window, HistoryEntry entry = HistoryEntry.Same) =>
        Set(State with { Window = window }, entry);

    /// <summary>Marks something, or doesn't.</summary>
    public void Mark(Overlays overlay, bool on) =>
        Set(State with { Overlays = on ? State.Overlays | overlay : State.Overlays & ~overlay }, HistoryEntry.New);

    /// <summary>Where the profile is taken.</summary>
    public void Draw(ProfileLine line) => Set(State with { Line = line.Inside() });

    /// <summary>Reads a pixel.</summary>
    public void Read(double x, double y)
    {
        double most = ProfileLine.FieldCm - 1e-6;
        Probe = (Math.Clamp(x, 0, most), Math.Clamp(y, 0, most));
        Ticked?.Invoke();
    }

    /// <summary>Keeps the present setting to compare with.</summary>
    public void Keep() => Set(State with { Kept = State.Setting }, HistoryEntry.New);

    /// <summary>A becomes B, and B A.</summary>
    public void Swap() =>
        Set(
            State with
            {
                Setting = State.Kept ?? State.Setting,
                Kept = State.Kept is null ? null : State.Setting,
            },
            HistoryEntry.New
        );

    /// <summary>Compares no longer.</summary>
    public void Forget() => Set(State with { Kept = null }, HistoryEntry.New);

    /// <summary>What a set should be.</summary>
    public void Plan(SetChoice choice) => Set(State with { Set = choice });

    /// <summary>Makes it.</summary>
    public Task MakeSetAsync() => Maker.StartAsync(State.Set.Settings(State.Setting));

    /// <inheritdoc/>
    public void Dispose()
    {
        Lightbox.Ticked -= OnTick;
        Lightbox.Dispose();
        Maker.Dispose();
    }

    /// <inheritdoc/>
    protected override void OnChanged(PhantomState before)
    {
        bool isSameScreen = before with { Line = State.Line, Set = State.Set } == State;
        if (!isSameScreen && _isShown)
        {
            Show();
        }
    }

    private static int Next(int seed) => (seed % SettingRanges.MaxSeed) + 1;

    private async void Show()
    {
        try
        {
            await Lightbox.ShowAsync(State);
        }
        catch (Exception error) when (Failed is not null)
        {
            Failed(error);
        }
    }

    private void OnTick()
    {
        if (
            Radiograph is { } radiograph
            && !ReferenceEquals(radiograph, _measured)
            && radiograph.Settings == State.Setting.Settings
        )
        {
            _measured = radiograph;
            if (!ReferenceEquals(_placedIn, radiograph.Thickness.SoftTissue))
            {
                _placedIn = radiograph.Thickness.SoftTissue;
                Places = Places.In(radiograph);
            }

            Measurements.Take(State.Setting, radiograph, Places!);
        }

        Ticked?.Invoke();
    }
}
