using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Makes a set of labelled images in slices, one a frame; it can be cancelled, and what is made by then stays.</summary>
public sealed class SetMaker : IDisposable
{
    // Less than the light box: both may be at work in the same frame.
    private const double MsPerFrame = 6;
    private const int MostRows = 16;

    private readonly IFrameClock _frames;
    private readonly TrainingLoop _loop;
    private PhantomSetSettings? _settings;
    private PhantomSetBuilder? _builder;

    /// <summary>Starts with nothing made.</summary>
    public SetMaker(IFrameClock frames)
    {
        _frames = frames;
        _loop = new TrainingLoop(
            frames,
            MsPerFrame,
            (rows, _) => new(Advance(rows)),
            () =>
            {
                Ticked?.Invoke();
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>After each slice of work, and when it is cancelled.</summary>
    public event Action? Ticked;

    /// <summary>Whether it goes on at the next frame.</summary>
    public bool IsRunning => _loop.IsRunning && Done < Total;

    /// <summary>Whether it was cancelled before the last image.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>The images made so far; null before the first start.</summary>
    public ContactSheet? Sheet { get; private set; }

    /// <summary>Images made.</summary>
    public int Done => Sheet?.Count ?? 0;

    /// <summary>Images wanted.</summary>
    public int Total => _settings?.TrainingCount ?? 0;

    /// <summary>How long the computing took, without the waiting for frames.</summary>
    public double ComputingMs { get; private set; }

    /// <summary>Starts a new set; one under way is abandoned.</summary>
    /// <returns>Completes when it is made, cancelled or overtaken.</returns>
    public Task StartAsync(PhantomSetSettings settings)
    {
        settings.Validate();
        _settings = settings;
        _builder = null;
        Sheet = new ContactSheet(settings.Technique.Image.Size);
        ComputingMs = 0;
        IsCancelled = false;
        Task made = _loop.RunAsync();
        Ticked?.Invoke();
        return made;
    }

    /// <summary>Makes no further image.</summary>
    public void Cancel()
    {
        if (IsRunning)
        {
            IsCancelled = true;
            _builder = null;
            _loop.Stop();
            Ticked?.Invoke();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private int Advance(int rows)
    {
        double start = _frames.NowMs;
        int did = 1;
        if (_builder is null)
        {
            _builder = new PhantomSetBuilder(_settings!);
        }
        else
        {
            did = _builder.Done == _builder.Total ? 0 : _builder.Advance(Math.Min(rows, MostRows));
        }

        if (_builder.Done > Done && _builder.Latest is { } radiograph)
        {
            Sheet!.Add(radiograph.Bytes(), radiograph.Label);
        }

        ComputingMs += _frames.NowMs - start;
        return did;
    }
}
