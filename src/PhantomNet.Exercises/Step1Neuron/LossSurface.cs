namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>
/// The loss over (w1, w2) at one b: a grid with a value at each position of the sliders. It is filled row by row, so that
/// the page can draw frames in between.
/// </summary>
public sealed class LossSurface(SingleNeuron neuron)
{
    /// <summary>Values a side: −2 to 2 in steps of 0.1.</summary>
    public const int Side = 41;

    private readonly double[] _values = new double[Side * Side]; // [w2, w1], w2 from −2 upwards
    private int _rows;

    /// <summary>The bias that the values belong to; NaN before the first.</summary>
    public double B { get; private set; } = double.NaN;

    /// <summary>Whether all rows are filled.</summary>
    public bool IsComplete => _rows == Side;

    /// <summary>The weight at a position of the grid.</summary>
    public static double WeightAt(int index) => (index - (Side / 2)) / 10.0;

    /// <summary>The loss at (w1, w2).</summary>
    public double this[int w1, int w2] => _values[(w2 * Side) + w1];

    /// <summary>Starts afresh with another bias.</summary>
    public void Begin(double b)
    {
        B = b;
        _rows = 0;
    }

    /// <summary>Fills the next row.</summary>
    public void FillRow()
    {
        for (int w1 = 0; w1 < Side; w1++)
        {
            _values[(_rows * Side) + w1] = neuron.LossAt(new Weights(WeightAt(w1), WeightAt(_rows), B));
        }

        _rows++;
    }

    /// <summary>
    /// Pixels, [w2 from 2 down, w1, RGBA]: a grey whose opacity grows with the loss, on one scale whatever b is, so that it
    /// serves on dark and light.
    /// </summary>
    public byte[] Pixels()
    {
        byte[] rgba = new byte[Side * Side * 4];
        for (int row = 0; row < Side; row++)
        {
            for (int w1 = 0; w1 < Side; w1++)
            {
                int at = ((row * Side) + w1) * 4;
                rgba[at] = rgba[at + 1] = rgba[at + 2] = 128;
                rgba[at + 3] = Opacity(this[w1, Side - 1 - row]);
            }
        }

        return rgba;
    }

    // 0 at a loss of 0.6, full at 2; the root spreads out the floor of the valley.
    private static byte Opacity(double loss) => (byte)(230 * Math.Sqrt(Math.Clamp((loss - 0.6) / 1.4, 0, 1)));
}
