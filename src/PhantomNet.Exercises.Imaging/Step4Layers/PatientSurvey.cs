using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>Test patients, one after another, through the trained, the untrained and the designed network.</summary>
/// <param name="networks">The first two.</param>
/// <param name="designed">The third.</param>
public sealed class PatientSurvey(LearnedNetworks networks, DesignedNetwork designed)
{
    /// <summary>
    /// The first test patient of a survey. The weights of the designed network were set while looking at those before: it is judged
    /// by others.
    /// </summary>
    public const int First = 60;

    private readonly List<float[]> _inputs = [];
    private readonly List<float[]> _pixels = [];
    private readonly List<int> _labels = [];
    private readonly List<float> _designedScores = [];
    private readonly MeanArea[] _pixelAreas = NetworkSurvey.New();
    private Acquisition? _acquisition;
    private TrueMasks? _masks;
    private float[][] _outputs = []; // of that patient, by the network that was asked last
    private int _step;

    /// <summary>Patients that are through all of it.</summary>
    public int Done => _designedScores.Count;

    /// <summary>The trained network.</summary>
    public NetworkSurvey Trained { get; } = new(networks.Model.Spec);

    /// <summary>The untrained one.</summary>
    public NetworkSurvey Untrained { get; } = new(networks.Model.Spec);

    /// <summary>0 Normal, 1 Pneumonia, of those that are done.</summary>
    public ReadOnlySpan<int> Labels => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_labels)[..Done];

    /// <summary>The largest designed lesion score of each.</summary>
    public ReadOnlySpan<float> DesignedScores => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_designedScores);

    /// <summary>0 Normal, 1 Pneumonia, of one that at least one network has looked at: it may not be done yet.</summary>
    public int Label(int patient) => _labels[patient];

    /// <summary>What the networks were given of a patient.</summary>
    public float[] Input(int patient) => _inputs[patient];

    /// <summary>The patient's radiograph, 0 to 1.</summary>
    public float[] Pixels(int patient) => _pixels[patient];

    /// <summary>How the grey values themselves overlap a mask.</summary>
    public MeanArea PixelArea(TrueMask mask) => _pixelAreas[(int)mask];

    /// <summary>Goes on towards so many patients; returns how much it did, 0 when they are done.</summary>
    public async ValueTask<int> AdvanceAsync(int rows, int wanted)
    {
        if (Done >= wanted)
        {
            return 0;
        }

        _acquisition ??= new Acquisition(networks.Model.TestPatient(First + Done), TrueMasks.Structures);
        if (!_acquisition.IsComplete)
        {
            return _acquisition.Advance(Math.Clamp(rows, 1, 8));
        }

        await DoAsync(_step++, _acquisition);
        return 1;
    }

    // One network's pass, what comes of it, or one block of it compared: each takes less than a frame or two.
    private async ValueTask DoAsync(int step, Acquisition acquisition)
    {
        switch (step)
        {
            case 0:
                Take(acquisition.Result());
                break;
            case 1:
                _outputs = await networks.TrainedAsync(_inputs[^1]);
                break;
            case 2:
                Trained.Look(_outputs);
                break;
            case 3 or 4 or 5:
                Trained.Compare(step - 3, _outputs, _masks!);
                break;
            case 6:
                _outputs = await networks.UntrainedAsync(_inputs[^1]);
                break;
            case 7:
                Untrained.Look(_outputs);
                break;
            case 8 or 9 or 10:
                Untrained.Compare(step - 8, _outputs, _masks!);
                break;
            default:
                _designedScores.Add(DesignedNetwork.PatientScore(await designed.RunAsync(_pixels[^1])));
                _acquisition = null;
                _step = 0;
                break;
        }
    }

    private void Take(Radiograph radiograph)
    {
        float[] pixels = radiograph.Pixels();
        _masks = TrueMasks.Of(radiograph);
        _inputs.Add(networks.Model.Input(radiograph));
        _pixels.Add(pixels);
        _labels.Add(radiograph.Label);
        NetworkSurvey.Add(_pixelAreas, MapOverlap.Areas(pixels, _masks.At(Architecture.Side)));
    }
}
