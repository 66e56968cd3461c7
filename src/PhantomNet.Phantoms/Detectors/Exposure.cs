using PhantomNet.Randomness;

namespace PhantomNet.Phantoms.Detectors;

/// <summary>One exposure of a detector under way: four passes over the rows, each of which may be done in parts.</summary>
public sealed class Exposure
{
    /// <summary>Passes over the rows: primary quanta; noise and signal; blur along; blur down and logarithm.</summary>
    public const int Passes = 4;

    // Noise shares no numbers with an anatomy, a network or a set of points of the same seed.
    private const int NoiseStream = 1 << 29;

    private readonly Blur _blur;
    private readonly float[] _detectedFraction;
    private readonly float[] _meanEnergyKeV;
    private readonly double _openQuanta;
    private readonly double _quantumKeV;
    private readonly double _scatterToPrimary;
    private readonly PoissonSampler _poisson;
    private readonly DetectorStages _stages;
    private readonly int _size;
    private double _shadowQuanta;
    private int _shadowPixels;
    private int _done;

    internal Exposure(
        Detector detector,
        Blur blur,
        float[] detectedFraction,
        float[] meanEnergyKeV,
        OpenBeam open,
        int noiseSeed,
        DetectorStages stages
    )
    {
        DetectorSettings settings = detector.Settings;
        _blur = blur;
        _size = detector.Size;
        _detectedFraction = detectedFraction;
        _meanEnergyKeV = meanEnergyKeV;
        _openQuanta = open.QuantaPerPixel * AntiScatterGrid.PrimaryTransmission(settings.Grid);
        _quantumKeV = open.MeanEnergyKeV;
        _scatterToPrimary = AntiScatterGrid.ScatterToPrimaryRatio(settings.ScatterFraction, settings.Grid);
        _poisson = new PoissonSampler(new SeededRandom(noiseSeed, NoiseStream));
        _stages = stages;
        stages.OpenSignalKeV = _openQuanta * open.MeanEnergyKeV;
    }

    /// <summary>Whether every stage is written.</summary>
    public bool IsComplete => _done == Passes * _size;

    /// <summary>How many rows are done, of all passes together.</summary>
    public int RowsDone => _done;

    /// <summary>Does up to so many rows of a pass.</summary>
    /// <returns>How many it did; 0 when it is complete.</returns>
    public int Advance(int rows)
    {
        int last = Math.Min(_done + rows, Passes * _size);
        int did = last - _done;
        for (; _done < last; _done++)
        {
            int row = _done % _size;
            switch (_done / _size)
            {
                case 0:
                    Project(row);
                    break;
                case 1:
                    Count(row);
                    break;
                case 2:
                    _blur.TakeRow(row, _stages.SignalKeV.AsSpan(row * _size, _size));
                    break;
                default:
                    TakeLogarithm(row);
                    break;
            }
        }

        return did;
    }

    private void Project(int row)
    {
        double[] primary = _stages.PrimaryQuanta;
        for (int i = row * _size; i < (row + 1) * _size; i++)
        {
            double quanta = _openQuanta * _detectedFraction[i];
            primary[i] = quanta;
            if (_detectedFraction[i] < Detector.ShadowBelow)
            {
                _shadowQuanta += quanta;
                _shadowPixels++;
            }
        }

        _stages.ShadowPixels = _shadowPixels;
        _stages.ShadowPrimaryQuanta = _shadowPixels == 0 ? 0 : _shadowQuanta / _shadowPixels;
        _stages.ScatterQuanta = _stages.ShadowPrimaryQuanta * _scatterToPrimary;
    }

    // Simplification: the scatter is the same in all pixels, and its quanta have the energy of the primary ones beside them.
    // Simplification: every quantum gives the mean energy; that energies and light yields differ (Swank) adds no noise.
    private void Count(int row)
    {
        double[] primary = _stages.PrimaryQuanta;
        double[] counted = _stages.CountedQuanta;
        double[] signal = _stages.SignalKeV;
        double scatter = _stages.ScatterQuanta;
        for (int i = row * _size; i < (row + 1) * _size; i++)
        {
            double quanta = _poisson.Next(primary[i] + scatter);
            counted[i] = quanta;
            signal[i] = quanta * _meanEnergyKeV[i];
        }
    }

    // A pixel with less signal than one quantum, or none, is taken to have one quantum of the open beam's mean energy.
    private void TakeLogarithm(int row)
    {
        double[] blurred = _stages.BlurredKeV;
        int first = row * _size;
        _blur.GiveRow(row, _stages.SignalKeV.AsSpan(first, _size), blurred.AsSpan(first, _size));
        float[] log = _stages.LogSignal;
        double perOpen = 1 / _stages.OpenSignalKeV;
        for (int i = first; i < first + _size; i++)
        {
            log[i] = (float)-Math.Log(Math.Max(blurred[i], _quantumKeV) * perOpen);
        }
    }
}
