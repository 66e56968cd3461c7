using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The values of one stage, pixel by pixel, with their range; made a few rows at a time.</summary>
/// <param name="radiograph">Whose stage.</param>
/// <param name="stage">Which.</param>
public sealed class StageImage(Radiograph radiograph, PhantomStage stage)
{
    private readonly float[] _values =
        stage >= PhantomStage.Log ? radiograph.LogSignal : new float[radiograph.Size * radiograph.Size];
    private int _row;

    /// <summary>Whose stage it is.</summary>
    public Radiograph Radiograph => radiograph;

    /// <summary>Which it is.</summary>
    public PhantomStage Stage => stage;

    /// <summary>Rows and columns.</summary>
    public int Size => radiograph.Size;

    /// <summary>[Size, Size].</summary>
    public ReadOnlySpan<float> Values => _values;

    /// <summary>The least of the rows done.</summary>
    public float Least { get; private set; } = float.PositiveInfinity;

    /// <summary>The most.</summary>
    public float Most { get; private set; } = float.NegativeInfinity;

    /// <summary>Whether every row is done.</summary>
    public bool IsComplete => _row == Size;

    /// <summary>A pixel's value.</summary>
    public float this[int row, int column] => _values[(row * Size) + column];

    /// <summary>Does up to so many rows.</summary>
    /// <returns>How many it did.</returns>
    public int Advance(int rows)
    {
        int last = Math.Min(Size, _row + rows);
        int did = last - _row;
        for (; _row < last; _row++)
        {
            Fill(_row);
            Measure(_row);
        }

        return did;
    }

    private void Fill(int row)
    {
        switch (stage)
        {
            case PhantomStage.Soft:
                Gather(radiograph.Thickness.SoftTissue, row);
                break;
            case PhantomStage.Lung:
                Gather(radiograph.Thickness.Lung, row);
                break;
            case PhantomStage.Bone:
                Gather(radiograph.Thickness.CorticalBone, row);
                break;
            case PhantomStage.Primary:
                Copy(radiograph.Stages.PrimaryQuanta, row);
                break;
            case PhantomStage.Counted:
                Copy(radiograph.Stages.CountedQuanta, row);
                break;
            case PhantomStage.Signal:
                Copy(radiograph.Stages.SignalKeV, row);
                break;
            case PhantomStage.Blurred:
                Copy(radiograph.Stages.BlurredKeV, row);
                break;
            default:
                break; // the log signal is there already
        }
    }

    private void Copy(double[] from, int row)
    {
        int end = (row + 1) * Size;
        for (int i = row * Size; i < end; i++)
        {
            _values[i] = (float)from[i];
        }
    }

    // A pixel's value is the mean of its rays'.
    private void Gather(float[] rays, int row)
    {
        int side = radiograph.Thickness.Supersampling;
        int perRow = radiograph.Thickness.RaysPerRow;
        float share = 1f / (side * side);
        for (int column = 0; column < Size; column++)
        {
            float sum = 0;
            for (int i = 0; i < side; i++)
            {
                int first = (((row * side) + i) * perRow) + (column * side);
                for (int ray = first; ray < first + side; ray++)
                {
                    sum += rays[ray];
                }
            }

            _values[(row * Size) + column] = sum * share;
        }
    }

    private void Measure(int row)
    {
        float least = Least;
        float most = Most;
        int end = (row + 1) * Size;
        for (int i = row * Size; i < end; i++)
        {
            float value = _values[i];
            least = value < least ? value : least;
            most = value > most ? value : most;
        }

        Least = least;
        Most = most;
    }
}
