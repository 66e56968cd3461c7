using PhantomNet.Randomness;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>Draws fields of independent standard normal pixels, pools them by the engine, and keeps count.</summary>
public sealed class SimulatedNoise
{
    /// <summary>Drawing stops by itself after so many windows.</summary>
    public const int MostWindows = 100_000;

    private const int Seed = 1;
    private const int Stream = 801;

    private readonly SeededRandom _random = new(Seed, Stream);
    private readonly int _side;

    /// <summary>Starts with one field drawn.</summary>
    public SimulatedNoise(int window)
    {
        Noise = new PooledNoise(window);
        _side = window == 2 ? 32 : 33; // no row or column is left over
        Draw();
    }

    /// <summary>What has been drawn.</summary>
    public PooledNoise Noise { get; }

    /// <summary>Whether enough has been drawn for anyone.</summary>
    public bool IsComplete => Noise.Largest.Count >= MostWindows;

    /// <summary>One more field.</summary>
    public void Draw()
    {
        float[] field = new float[_side * _side];
        for (int i = 0; i < field.Length; i++)
        {
            field[i] = (float)_random.NextNormal();
        }

        StripPool largest = new(PoolKind.Max, Noise.Window, field, _side);
        StripPool average = new(PoolKind.Average, Noise.Window, field, _side);
        largest.Finish();
        average.Finish();
        Noise.Add(field, _side, largest, average);
    }
}
