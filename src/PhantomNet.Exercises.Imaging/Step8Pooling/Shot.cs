using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>A radiograph of 224 × 224 in the making, with how far it is.</summary>
public sealed class Shot
{
    private const int RowsAtOnce = 4;

    // Passes over the rows: rays, transmission, and four in the detector; of a patient who has been in the beam, the last four.
    private const int AllPasses = 6;
    private const int DetectorPasses = 4;

    private readonly Acquisition _acquisition;
    private readonly int _rows;
    private int _done;

    /// <summary>Starts one.</summary>
    /// <param name="patient">Who is in the beam.</param>
    /// <param name="mAs">Exposure.</param>
    /// <param name="before">Another one, whose rays are taken over if they are the same.</param>
    public Shot(int patient, double mAs, Shot? before)
    {
        Patient = patient;
        MAs = mAs;
        _acquisition = new Acquisition(Settings(patient, mAs), [], before?._acquisition);
        bool hasRays = before is { IsComplete: true } && before.Patient == patient;
        _rows = (hasRays ? DetectorPasses : AllPasses) * PoolingState.RadiographSide;
    }

    /// <summary>Who is in the beam.</summary>
    public int Patient { get; }

    /// <summary>Exposure.</summary>
    public double MAs { get; }

    /// <summary>The radiograph; null until it is finished.</summary>
    public Radiograph? Radiograph { get; private set; }

    /// <summary>The image within its window, 0 to 1; empty until it is finished.</summary>
    public float[] Pixels { get; private set; } = [];

    /// <summary>Whether it is finished.</summary>
    public bool IsComplete => Radiograph is not null;

    /// <summary>How much of it is done, 0 to 1.</summary>
    public double Progress => IsComplete ? 1 : Math.Min(1, (double)_done / _rows);

    /// <summary>Does a few rows.</summary>
    /// <returns>How many.</returns>
    public int Advance(int rows)
    {
        int done = _acquisition.Advance(Math.Clamp(rows, 1, RowsAtOnce));
        _done += done;
        if (_acquisition.IsComplete)
        {
            Radiograph = _acquisition.Result();
            Pixels = Radiograph.Pixels();
        }

        return done;
    }

    private static RadiographSettings Settings(int patient, double mAs) =>
        new()
        {
            Patient = PatientSettings.Draw(patient),
            Disease = Disease.DrawPneumonia(patient),
            Detector = new(MAs: mAs),
            Image = new(PoolingState.RadiographSide),
        };
}
