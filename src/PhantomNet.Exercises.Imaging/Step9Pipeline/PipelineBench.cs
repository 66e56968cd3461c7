using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What takes longer than a frame: the radiograph, its way through the network and back, and Grad-CAM, in slices.</summary>
public sealed class PipelineBench : IDisposable
{
    private const double MsPerFrame = 8;
    private const int RowsAtOnce = 8;

    private readonly TrainingLoop _loop;
    private readonly ModelRunner _model;
    private readonly Dictionary<(SaliencyMethod Method, int Seed), SaliencyMap> _maps = [];
    private readonly Kept<float[]> _drawn = new();
    private PipelineState _wanted = PipelineState.Default;
    private PatientChoice? _patient;
    private Acquisition? _acquisition;
    private Radiograph? _radiograph;
    private PatientShot? _taken;
    private LayerChain? _next;
    private LayerChain? _nextWithout;

    /// <summary>Starts with nothing.</summary>
    /// <param name="frames">Gives the pace.</param>
    /// <param name="runners">Make what runs the network.</param>
    public PipelineBench(IFrameClock frames, INetworkRunnerFactory runners)
    {
        _model = new ModelRunner(runners, LayerChain.Traced(TrainedModel.Loaded.Spec), TrainedModel.Loaded.Parameters);
        _loop = new TrainingLoop(frames, MsPerFrame, (units, _) => WorkAsync(units), Tell);
        Occlusion = new OcclusionRun(frames, runners, Ticking);
    }

    /// <summary>Raised after each slice.</summary>
    public event Action? Ticked;

    /// <summary>The patient that is shown; null until the first is through.</summary>
    public PatientShot? Shot { get; private set; }

    /// <summary>That patient's way through the trained network and back; null until it is there.</summary>
    public LayerChain? Chain { get; private set; }

    /// <summary>
    /// That patient's way forward once more, the lesion's pixels replaced by those of the same patient in health; null until then.
    /// </summary>
    public LayerChain? Without { get; private set; }

    /// <summary>The occlusion map that is being made.</summary>
    public OcclusionRun Occlusion { get; }

    /// <summary>Whether what is shown is another patient than the one that is wanted.</summary>
    public bool IsBehind => Shot?.Patient != PatientChoice.Of(_wanted);

    /// <summary>From now on this is what is worked for.</summary>
    public void Want(PipelineState state)
    {
        _wanted = state;
        if (IsBehind || Occlusion.Seed != SeedOf(state) || Occlusion.Method != state.Method)
        {
            Occlusion.Stop();
        }
    }

    /// <summary>Works until all is there; the task carries what went wrong.</summary>
    public Task RunAsync() => _loop.RunAsync();

    /// <summary>A saliency map of the patient that is shown; null until it is made.</summary>
    public SaliencyMap? Map(SaliencyMethod method, Weights weights) =>
        _maps.GetValueOrDefault((method, weights == Weights.Trained ? 0 : _wanted.WeightSeed));

    /// <summary>Makes the occlusion map of the wanted method and weights, or stops making it.</summary>
    public async Task ToggleOcclusionAsync()
    {
        if (Occlusion.IsRunning)
        {
            Occlusion.Stop();
            return;
        }

        if (Shot is not { } shot || IsBehind || _wanted.Method == SaliencyMethod.GradCam)
        {
            return;
        }

        (int seed, SaliencyMethod method) = (SeedOf(_wanted), _wanted.Method);
        if (await Occlusion.MakeAsync(method, seed, ParametersOf(seed), shot) is { } map && Shot == shot)
        {
            _maps[(method, seed)] = map;
            Ticking();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _loop.Dispose();
        Occlusion.Stop();
        _model.Dispose();
    }

    // 0 stands for the trained weights.
    private static int SeedOf(PipelineState state) => state.Weights == Weights.Trained ? 0 : state.WeightSeed;

    private float[] ParametersOf(int seed) =>
        seed == 0
            ? TrainedModel.Loaded.Parameters
            : _drawn.Get(seed, () => Initialiser.Parameters(TrainedModel.Loaded.Spec, seed));

    private Task Tell()
    {
        Ticking();
        return Task.CompletedTask;
    }

    private void Ticking() => Ticked?.Invoke();

    private async ValueTask<int> WorkAsync(int units) =>
        Take(units) is > 0 and int rows ? rows
        : await PassAsync() || Weigh() || await PassRandomAsync() ? 1
        : 0;

    // The radiograph, and of a patient who is ill the same in health. To make an image of it takes as long as rows.
    private int Take(int rows)
    {
        PatientChoice patient = PatientChoice.Of(_wanted);
        if (_taken?.Patient == patient)
        {
            return 0;
        }

        if (_patient != patient)
        {
            (_patient, _radiograph) = (patient, null);
            _acquisition = new Acquisition(patient.Settings, [Structure.Lesion], _acquisition);
        }

        if (!_acquisition!.IsComplete)
        {
            return _acquisition.Advance(Math.Min(rows, RowsAtOnce));
        }

        Radiograph result = _acquisition.Result();
        if (_radiograph is null && patient.Label == 1)
        {
            _radiograph = result;
            _acquisition = new Acquisition(PatientShot.Healthy(result), [Structure.Lesion], _acquisition);
        }
        else
        {
            _taken = new PatientShot(patient, _radiograph ?? result, result);
            (_next, _nextWithout) = (null, null);
        }

        return 1;
    }

    // There and back, then forward without the lesion; another patient may be wanted meanwhile, and comes next.
    private async ValueTask<bool> PassAsync()
    {
        if (_taken is not { } shot || shot == Shot)
        {
            return false;
        }

        if (_next is null)
        {
            BatchTrace trace = await _model.TraceAsync(TrainedModel.Loaded.Parameters, shot.Input, shot.Patient.Label);
            _next = ChainOf(seed: 0, shot.Input, trace);
            return true;
        }

        if (_nextWithout is null)
        {
            _nextWithout = await ForwardAsync(seed: 0, shot.WithoutLesion);
            return true;
        }

        (Shot, Chain, Without) = (shot, _next, _nextWithout);
        (_next, _nextWithout) = (null, null);
        _maps.Clear();
        return true;
    }

    private bool Weigh()
    {
        if (_maps.ContainsKey((SaliencyMethod.GradCam, 0)))
        {
            return false;
        }

        Keep(0, Chain!);
        return true;
    }

    private async ValueTask<bool> PassRandomAsync()
    {
        int seed = SeedOf(_wanted);
        if (seed == 0 || _maps.ContainsKey((SaliencyMethod.GradCam, seed)))
        {
            return false;
        }

        Keep(seed, await ForwardAsync(seed, Shot!.Input));
        return true;
    }

    private void Keep(int seed, LayerChain chain)
    {
        Networks.Shape image = chain.Spec.Input;
        _maps[(SaliencyMethod.GradCam, seed)] = SaliencyMaps.GradCamOf(chain).Map.ResizedTo(image.Height, image.Width);
    }

    private async ValueTask<LayerChain> ForwardAsync(int seed, float[] input)
    {
        float[][] outputs = await _model.OutputsAsync(ParametersOf(seed), input);
        return ChainOf(seed, input, new BatchTrace(double.NaN, outputs, [], []));
    }

    private LayerChain ChainOf(int seed, float[] input, BatchTrace trace) =>
        new(TrainedModel.Loaded.Spec, ParametersOf(seed), input, trace);
}
