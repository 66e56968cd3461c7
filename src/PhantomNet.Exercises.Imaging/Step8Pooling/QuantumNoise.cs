using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>
/// The quantum noise of a radiograph: what it differs by from one of the same patient with far more exposure, in units of the
/// standard deviation that the number of quanta gives. Pooled a strip at a time.
/// </summary>
public sealed class QuantumNoise
{
    private readonly Queue<StripPool> _waiting;
    private readonly StripPool _largest;
    private readonly StripPool _average;
    private readonly StripPool _noisy;
    private readonly StripPool _clean;
    private readonly StripPool _sigma;
    private readonly float[] _units;
    private readonly int _side;

    /// <summary>Compares two radiographs of one patient.</summary>
    /// <param name="shot">The noisy one.</param>
    /// <param name="reference">The one with far more exposure.</param>
    /// <param name="window">Side of the windows.</param>
    public QuantumNoise(Radiograph shot, Radiograph reference, int window)
    {
        Shot = shot;
        _side = shot.Size;
        float[] sigma = SigmaOf(shot);
        MeanSigma = sigma.Average(value => (double)value);
        _units = new float[sigma.Length];
        for (int i = 0; i < _units.Length; i++)
        {
            _units[i] = (shot.LogSignal[i] - reference.LogSignal[i]) / sigma[i];
        }

        _largest = new(PoolKind.Max, window, _units, _side);
        _average = new(PoolKind.Average, window, _units, _side);
        _noisy = new(PoolKind.Max, window, shot.LogSignal, _side);
        _clean = new(PoolKind.Max, window, reference.LogSignal, _side);
        _sigma = new(PoolKind.Average, window, sigma, _side);
        _waiting = new([_largest, _average, _noisy, _clean, _sigma]);
        Noise = new PooledNoise(window);
    }

    /// <summary>The radiograph whose noise it is.</summary>
    public Radiograph Shot { get; }

    /// <summary>The noise, before and after pooling; empty until complete.</summary>
    public PooledNoise Noise { get; }

    /// <summary>Mean of the standard deviation of the log signal.</summary>
    public double MeanSigma { get; }

    /// <summary>
    /// How much brighter the max-pooled radiograph is than the same with almost no noise, in its standard deviations: less than
    /// for noise alone where anatomy decides who is the largest.
    /// </summary>
    public Moments Rise { get; } = new();

    /// <summary>Whether it is measured.</summary>
    public bool IsComplete => _waiting.Count == 0;

    /// <summary>Pools one more strip.</summary>
    public void Advance()
    {
        _waiting.Peek().Advance();
        if (_waiting.Peek().IsComplete)
        {
            _waiting.Dequeue();
        }

        if (IsComplete)
        {
            Noise.Add(_units, _side, _largest, _average);
            float[] rise = new float[_noisy.Output.Length];
            for (int i = 0; i < rise.Length; i++)
            {
                rise[i] = (_noisy.Output[i] - _clean.Output[i]) / _sigma.Output[i];
            }

            Rise.Add(rise);
        }
    }

    // Of −ln(quanta) it is 1/√(mean quanta), for many quanta; the detector's blur averages some of it away.
    private static float[] SigmaOf(Radiograph shot)
    {
        DetectorStages stages = shot.Stages;
        Detector detector = new(shot.Settings.Detector, shot.Size, shot.Settings.PixelPitchMm);
        ReadOnlySpan<double> weights = detector.Kernel.Weights;
        double squares = weights[0] * weights[0];
        for (int n = 1; n < weights.Length; n++)
        {
            squares += 2 * weights[n] * weights[n];
        }

        // The square root of its own square: once along rows and once along columns.
        return [.. stages.PrimaryQuanta.Select(primary => (float)(squares / Math.Sqrt(primary + stages.ScatterQuanta)))];
    }
}
