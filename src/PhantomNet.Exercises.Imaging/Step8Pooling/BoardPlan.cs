namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>
/// Where the numbers are on the board, in units of cells: inputs at the left and outputs at the right, or outputs below on a
/// narrow screen. PoolBoard.razor.css places the grids alike.
/// </summary>
/// <param name="Side">Rows of the input.</param>
/// <param name="OutputSide">Rows of the output.</param>
/// <param name="Tall">Whether the outputs are below.</param>
public readonly record struct BoardPlan(int Side, int OutputSide, bool Tall)
{
    private const double GapAcross = 2;
    private const double GapDown = 1.4;

    // So that cells keep their size from one setting to the next.
    private const double LeastWidth = 13;

    /// <summary>Of the board.</summary>
    public double Width => Tall ? Side : Math.Max(LeastWidth, Side + GapAcross + OutputSide);

    /// <summary>Of the board.</summary>
    public double Height => Tall ? Side + GapDown + OutputSide : Side;

    /// <summary>The middle of an input.</summary>
    public (double X, double Y) Input(int index) => ((index % Side) + 0.5, (index / Side) + 0.5);

    /// <summary>The middle of an output.</summary>
    public (double X, double Y) Output(int index)
    {
        double left = Tall ? (Side - OutputSide) / 2.0 : Side + GapAcross + ((Width - Side - GapAcross - OutputSide) / 2);
        double top = Tall ? Side + GapDown : (Side - OutputSide) / 2.0;
        return (left + (index % OutputSide) + 0.5, top + (index / OutputSide) + 0.5);
    }
}
