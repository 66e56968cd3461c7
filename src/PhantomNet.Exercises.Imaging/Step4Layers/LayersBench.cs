using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>What takes longer than a frame, in slices: the patient on show, the survey, and units that are silenced.</summary>
public sealed class LayersBench : IDisposable
{
    private const double MsPerFrame = 6;

    private readonly DesignedNetwork _designed;
    private readonly TrainingLoop _loop;
    private readonly Queue<int> _toSilence = [];
    private readonly List<SilenceResult> _silenced = [];
    private LayersState _wanted = LayersState.Default;
    private readonly PatientView?[] _patients = new PatientView?[Enum.GetValues<PatientPart>().Length];
    private PatientView? _next;

    /// <summary>Starts with nothing.</summary>
    /// <param name="frames">Gives the pace.</param>
    /// <param name="model">The trained model.</param>
    /// <param name="runners">Make what runs the networks.</param>
    public LayersBench(IFrameClock frames, TrainedModel model, INetworkRunnerFactory runners)
    {
        _designed = new DesignedNetwork(runners);
        Networks = new LearnedNetworks(model, runners);
        Survey = new PatientSurvey(Networks, _designed);
        _loop = new TrainingLoop(frames, MsPerFrame, (units, _) => WorkAsync(units), Tell);
    }

    /// <summary>Raised after each slice.</summary>
    public event Action? Ticked;

    /// <summary>The trained and the untrained network.</summary>
    public LearnedNetworks Networks { get; }

    /// <summary>The last patient with all maps; null until there is one.</summary>
    public PatientView? Patient => PatientWith(PatientPart.All);

    /// <summary>How far the wanted patient is, 0 to 1.</summary>
    public double PatientProgress => _next?.Progress ?? 1;

    /// <summary>The last patient of whom so much is there; null until there is one.</summary>
    public PatientView? PatientWith(PatientPart part) => _patients[(int)part];

    /// <summary>The survey, as far as it is.</summary>
    public PatientSurvey Survey { get; private set; }

    /// <summary>Whether the survey goes on.</summary>
    public bool IsSurveying { get; private set; }

    /// <summary>The unit that is being silenced; null for none.</summary>
    public SilenceTrial? Trial { get; private set; }

    /// <summary>Units that are still to be silenced after that one.</summary>
    public int Waiting => _toSilence.Count;

    /// <summary>What came of silencing, the latest first; each unit once.</summary>
    public IReadOnlyList<SilenceResult> Silenced => _silenced;

    /// <summary>From now on this is what is worked for.</summary>
    public void Want(LayersState state) => _wanted = state;

    /// <summary>Works until all is there; the task carries what went wrong.</summary>
    public Task RunAsync() => _loop.RunAsync();

    /// <summary>Starts the survey, goes on with it, or pauses it.</summary>
    public Task ToggleSurveyAsync()
    {
        IsSurveying = !IsSurveying && Survey.Done < _wanted.Survey;
        return RunAsync();
    }

    /// <summary>Silences units one after another, for the patients that the survey has.</summary>
    public Task SilenceAsync(IEnumerable<int> units)
    {
        if (Survey.Done > 0)
        {
            foreach (int unit in units.Where(unit => unit != Trial?.Unit && !_toSilence.Contains(unit)))
            {
                _toSilence.Enqueue(unit);
            }
        }

        return RunAsync();
    }

    /// <summary>Silences no more.</summary>
    public void StopSilencing()
    {
        _toSilence.Clear();
        Trial = null;
    }

    /// <summary>Forgets the survey and what was silenced.</summary>
    public void Forget()
    {
        IsSurveying = false;
        Survey = new PatientSurvey(Networks, _designed);
        StopSilencing();
        _silenced.Clear();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Dispose();
        _designed.Dispose();
        Networks.Dispose();
    }

    private Task Tell()
    {
        Ticked?.Invoke();
        return Task.CompletedTask;
    }

    // What is seen first comes first.
    private async ValueTask<int> WorkAsync(int units)
    {
        int done = await ViewAsync(units);
        return done > 0 ? done
            : await LookAsync(units) is > 0 and int looked ? looked
            : await SilenceAsync(units);
    }

    private async ValueTask<int> ViewAsync(int units)
    {
        int index = LayersLesson.PatientIndex(_wanted);
        if (Patient?.Index == index)
        {
            // Parts of one who is wanted no more may be on show.
            Array.Fill(_patients, Patient);
            _next = null;
            return 0;
        }

        if (_next?.Index != index)
        {
            _next = new PatientView(index, Networks, _designed);
        }

        PatientView view = _next;
        int done = await view.AdvanceAsync(units);
        foreach (PatientPart part in Enum.GetValues<PatientPart>())
        {
            _patients[(int)part] = view.Has(part) ? view : _patients[(int)part];
        }

        return done;
    }

    private async ValueTask<int> LookAsync(int units)
    {
        int done = IsSurveying ? await Survey.AdvanceAsync(units, _wanted.Survey) : 0;
        IsSurveying &= Survey.Done < _wanted.Survey;
        return done;
    }

    private async ValueTask<int> SilenceAsync(int patients)
    {
        if (Trial is null)
        {
            if (!_toSilence.TryDequeue(out int unit))
            {
                return 0;
            }

            Trial = new SilenceTrial(Networks, unit, Survey);
        }

        SilenceTrial trial = Trial;
        int done = await trial.AdvanceAsync(patients);
        if (trial.IsComplete && trial == Trial) // who stopped it meanwhile wants no result
        {
            SilenceResult result = trial.Result();
            _silenced.RemoveAll(before => before.Unit == result.Unit);
            _silenced.Insert(0, result);
            Trial = null;
        }

        return done;
    }
}
