using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>What takes longer than a frame: radiographs, their maps, and what is measured on them, one after another in slices.</summary>
public sealed class PoolingBench : IDisposable
{
    /// <summary>The exposure, in mAs, at which a radiograph has next to no noise: its variance is that of 2 mAs over 500.</summary>
    public const double ReferenceMAs = 1000;

    private const double MsPerFrame = 8;

    private readonly TrainingLoop _loop;
    private PoolingState _wanted = PoolingState.Default;
    private Shot? _shot;
    private Shot? _reference;
    private PooledMaps? _nextMaps;
    private ShiftStudy? _nextShift;
    private object? _shiftKey;
    private QuantumNoise? _nextQuantum;

    /// <summary>Starts with nothing.</summary>
    /// <param name="frames">Gives the pace.</param>
    public PoolingBench(IFrameClock frames) =>
        _loop = new TrainingLoop(frames, MsPerFrame, (units, _) => new(Work(units)), Tell);

    /// <summary>Raised after each slice.</summary>
    public event Action? Ticked;

    /// <summary>The radiograph of the wanted patient at the wanted exposure, or the one under way, or null.</summary>
    public Shot? Shot => _shot;

    /// <summary>The maps of the last radiograph; null until there are some.</summary>
    public PooledMaps? Maps { get; private set; }

    /// <summary>The last measurement of shifts; null until there is one.</summary>
    public ShiftStudy? Shift { get; private set; }

    /// <summary>What was shifted in it.</summary>
    public ShiftPicture ShiftOf { get; private set; }

    /// <summary>The noise of the last radiograph; null until it is measured.</summary>
    public QuantumNoise? Quantum { get; private set; }

    /// <summary>Simulated noise.</summary>
    public SimulatedNoise Simulated { get; private set; } = new(PoolingState.Default.NoiseWindow);

    /// <summary>Whether simulated noise is being drawn.</summary>
    public bool IsDrawing { get; private set; }

    /// <summary>How far the radiographs are, 0 to 1.</summary>
    public double Progress => _shot is not { IsComplete: true } ? _shot?.Progress ?? 0 : _reference?.Progress ?? 0;

    /// <summary>From now on this is what is worked for.</summary>
    public void Want(PoolingState state)
    {
        _wanted = state;
        if (Simulated.Noise.Window != state.NoiseWindow)
        {
            Simulated = new(state.NoiseWindow);
        }
    }

    /// <summary>Works until all is there; the task carries what went wrong.</summary>
    public Task RunAsync() => _loop.RunAsync();

    /// <summary>Draws simulated noise, or pauses.</summary>
    public Task ToggleDrawingAsync()
    {
        IsDrawing = !IsDrawing && !Simulated.IsComplete;
        return RunAsync();
    }

    /// <summary>Draws afresh.</summary>
    public void ForgetSimulated()
    {
        IsDrawing = false;
        Simulated = new(_wanted.NoiseWindow);
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private Task Tell()
    {
        Ticked?.Invoke();
        return Task.CompletedTask;
    }

    // What is seen first comes first.
    private int Work(int units)
    {
        int done = TakeShot(units);
        return done > 0 ? done
            : Pool() || MeasureShift() || Draw() ? 1
            : TakeReference(units) is > 0 and int rows ? rows
            : MeasureQuantum() ? 1
            : 0;
    }

    private int TakeShot(int rows)
    {
        double mAs = PoolingState.Exposures[_wanted.Exposure];
        if (_shot is null || _shot.Patient != _wanted.Patient || _shot.MAs != mAs)
        {
            _shot = new Shot(_wanted.Patient, mAs, _shot);
        }

        return _shot.IsComplete ? 0 : _shot.Advance(rows);
    }

    private bool Pool()
    {
        if (IsOf(Maps, _shot!))
        {
            return false;
        }

        if (!IsOf(_nextMaps, _shot!))
        {
            _nextMaps = new PooledMaps(_shot!, _wanted.ChainSide, _wanted.ChainKind);
        }

        _nextMaps!.Advance();
        Maps = _nextMaps.IsComplete ? _nextMaps : Maps;
        return true;
    }

    private bool IsOf(PooledMaps? maps, Shot shot) =>
        maps is not null && maps.Shot == shot && maps.Sides[0] == _wanted.ChainSide && maps.Kind == _wanted.ChainKind;

    private bool MeasureShift()
    {
        object key = _wanted.Picture switch
        {
            ShiftPicture.Bars => _wanted.Period,
            ShiftPicture.Dot => ShiftPicture.Dot,
            _ => _shot!,
        };
        if (!key.Equals(_shiftKey))
        {
            _shiftKey = key;
            _nextShift = _wanted.Picture switch
            {
                ShiftPicture.Bars => ShiftStudy.OfBars(_wanted.Period),
                ShiftPicture.Dot => ShiftStudy.OfDot(),
                _ => ShiftStudy.OfRadiograph(_shot!.Pixels),
            };
        }

        if (_nextShift is not { IsComplete: false } study)
        {
            return false;
        }

        study.Advance();
        if (study.IsComplete)
        {
            Shift = study;
            ShiftOf = _wanted.Picture;
        }

        return true;
    }

    private bool Draw()
    {
        if (!IsDrawing)
        {
            return false;
        }

        Simulated.Draw();
        IsDrawing = !Simulated.IsComplete;
        return true;
    }

    private int TakeReference(int rows)
    {
        if (_reference?.Patient != _wanted.Patient)
        {
            _reference = new Shot(_wanted.Patient, ReferenceMAs, _shot);
        }

        return _reference.IsComplete ? 0 : _reference.Advance(rows);
    }

    private bool MeasureQuantum()
    {
        if (IsOf(Quantum))
        {
            return false;
        }

        if (!IsOf(_nextQuantum))
        {
            _nextQuantum = new QuantumNoise(_shot!.Radiograph!, _reference!.Radiograph!, _wanted.NoiseWindow);
        }

        _nextQuantum!.Advance();
        Quantum = _nextQuantum.IsComplete ? _nextQuantum : Quantum;
        return true;
    }

    private bool IsOf(QuantumNoise? noise) =>
        noise is not null && noise.Shot == _shot!.Radiograph && noise.Noise.Window == _wanted.NoiseWindow;
}
