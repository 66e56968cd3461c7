namespace PhantomNet.Phantoms.Detectors;

/// <summary>
/// One exposure, stage by stage, in the order in which the stages arise. All images are square and row-major, [row, column]. Made
/// once and written by each <see cref="Detector.Expose"/>; take another one to keep two exposures.
/// </summary>
/// <param name="size">Rows and columns of the detector.</param>
public sealed class DetectorStages(int size)
{
    /// <summary>Rows and columns.</summary>
    public int Size { get; } = size;

    /// <summary>Mean number of primary quanta that each pixel detects, behind the grid if there is one.</summary>
    public double[] PrimaryQuanta { get; } = new double[size * size];

    /// <summary>Mean number of scattered quanta that a pixel detects, behind the grid: the same for all pixels.</summary>
    public double ScatterQuanta { get; internal set; }

    /// <summary>Mean of <see cref="PrimaryQuanta"/> over the body's shadow; 0 where nothing is in the beam.</summary>
    public double ShadowPrimaryQuanta { get; internal set; }

    /// <summary>How many pixels the body's shadow has.</summary>
    public int ShadowPixels { get; internal set; }

    /// <summary>S / (S + P) at the detector, behind the grid, over the body's shadow; 0 where nothing is in the beam.</summary>
    public double ScatterFraction => ShadowPixels == 0 ? 0 : ScatterQuanta / (ScatterQuanta + ShadowPrimaryQuanta);

    /// <summary>Quanta that each pixel counts: whole numbers drawn from the Poisson distribution around primary plus scatter.</summary>
    public double[] CountedQuanta { get; } = new double[size * size];

    /// <summary>Energy of the counted quanta in keV.</summary>
    public double[] SignalKeV { get; } = new double[size * size];

    /// <summary>The signal blurred by the detector's MTF, in keV.</summary>
    public double[] BlurredKeV { get; } = new double[size * size];

    /// <summary>The mean signal of the open beam without scatter, behind the grid, in keV: what the logarithm is relative to.</summary>
    public double OpenSignalKeV { get; internal set; }

    /// <summary>−ln(blurred signal / open signal): 0 where nothing is in the beam, larger where more is.</summary>
    public float[] LogSignal { get; } = new float[size * size];
}
