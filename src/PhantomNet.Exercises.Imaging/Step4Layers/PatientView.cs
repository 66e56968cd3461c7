using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>One patient's radiograph and all maps of it, made in parts that each take less than a frame or two.</summary>
public sealed class PatientView
{
    private const int Steps = 14;

    // Of those below, until each part is there.
    private static readonly int[] _stepsUntil = [1, 4, 9, Steps];

    private readonly Acquisition _acquisition;
    private readonly LearnedNetworks _networks;
    private readonly DesignedNetwork _designed;
    private int _step;
    private float[] _input = [];
    private float[][] _outputs = []; // of the network that was asked last

    /// <summary>Starts before the first ray.</summary>
    /// <param name="index">Which test patient, from 0.</param>
    /// <param name="networks">The trained and the untrained network.</param>
    /// <param name="designed">The designed one.</param>
    public PatientView(int index, LearnedNetworks networks, DesignedNetwork designed)
    {
        Index = index;
        _networks = networks;
        _designed = designed;
        _acquisition = new Acquisition(networks.Model.TestPatient(index), TrueMasks.Structures);
    }

    /// <summary>Which test patient it is.</summary>
    public int Index { get; }

    /// <summary>Whether all maps are there.</summary>
    public bool IsComplete => _step == Steps;

    /// <summary>Whether so much of it is there.</summary>
    public bool Has(PatientPart part) => _step >= _stepsUntil[(int)part];

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress => ((0.5 * _acquisition.Progress) + (0.5 * _step / Steps));

    /// <summary>The image, 0 to 1.</summary>
    public float[] Pixels { get; private set; } = [];

    /// <summary>Where each part of the patient is.</summary>
    public TrueMasks Masks { get; private set; } = null!;

    /// <summary>The maps of the ladder, as many as <see cref="DesignedMap.All"/>.</summary>
    public IReadOnlyList<float[]> Designed { get; private set; } = [];

    /// <summary>The image as pixels.</summary>
    public byte[] Grey { get; private set; } = [];

    /// <summary>The maps of the ladder as pixels.</summary>
    public IReadOnlyList<byte[]> DesignedRgba { get; private set; } = [];

    /// <summary>Of the trained network.</summary>
    public UnitMaps Trained { get; private set; } = null!;

    /// <summary>Of the untrained one.</summary>
    public UnitMaps Untrained { get; private set; } = null!;

    /// <summary>The trained network's logit of pneumonia less that of normal.</summary>
    public float Margin { get; private set; }

    /// <summary>Goes on; returns how much it did, 0 when it is complete.</summary>
    public async ValueTask<int> AdvanceAsync(int rows)
    {
        if (!_acquisition.IsComplete)
        {
            return _acquisition.Advance(Math.Clamp(rows, 1, 8));
        }

        if (IsComplete)
        {
            return 0;
        }

        await DoAsync(_step);
        _step++;
        return 1;
    }

    private async ValueTask DoAsync(int step)
    {
        switch (step)
        {
            case 0:
                Radiograph radiograph = _acquisition.Result();
                Pixels = radiograph.Pixels();
                Grey = PixelColours.Grey(Pixels);
                Masks = TrueMasks.Of(radiograph);
                _input = _networks.Model.Input(radiograph);
                break;
            case 1:
                _outputs = await _designed.RunAsync(Pixels);
                break;
            case 2:
                Designed = [.. DesignedMap.All.Select(map => DesignedNetwork.Map(map, Pixels, _outputs))];
                break;
            case 3:
                DesignedRgba = [.. DesignedMap.All.Select((map, index) => Painted(map, Designed[index]))];
                break;
            case 4:
                _outputs = await _networks.TrainedAsync(_input);
                break;
            case 5:
                Margin = TrainedModel.Margins(_outputs[^1])[0];
                Trained = new UnitMaps(_outputs);
                break;
            case < 9:
                Trained.Colour(step - 6);
                break;
            case 9:
                _outputs = await _networks.UntrainedAsync(_input);
                break;
            case 10:
                Untrained = new UnitMaps(_outputs);
                _outputs = [];
                break;
            default:
                Untrained.Colour(step - 11);
                break;
        }
    }

    // A scale of its own for each, which clips nothing.
    private byte[] Painted(DesignedMap map, float[] values) =>
        map.Rung == Rung.Pixels ? Grey
        : map.IsSigned ? PixelColours.Signed(values, PixelColours.LargestSize(values))
        : PixelColours.Grey(values, 0, PixelColours.LargestSize(values));
}
