using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>An image pooled by the engine, a strip of rows at a time, so that the page stays alive. Windows don't overlap.</summary>
public sealed class StripPool
{
    private const int WindowsPerStrip = 8;

    private readonly PoolKind _kind;
    private readonly int _window;
    private readonly float[] _image;
    private readonly int _inputSide;
    private int _row;

    /// <summary>Starts before the first row.</summary>
    /// <param name="kind">Max or average.</param>
    /// <param name="window">Side of a window, and the stride.</param>
    /// <param name="image">[side, side].</param>
    /// <param name="side">Rows and columns, at least those of a window.</param>
    public StripPool(PoolKind kind, int window, float[] image, int side)
    {
        _kind = kind;
        _window = window;
        _image = image;
        _inputSide = side;
        Side = kind.Layer(window, window).OutputShape(new Shape(1, side, side)).Height;
        Output = new float[Side * Side];
    }

    /// <summary>Rows and columns that come out.</summary>
    public int Side { get; }

    /// <summary>[Side, Side]; filled from the top.</summary>
    public float[] Output { get; }

    /// <summary>Whether all of it is done.</summary>
    public bool IsComplete => _row == Side;

    /// <summary>Pools the next strip.</summary>
    public void Advance()
    {
        int rows = Math.Min(WindowsPerStrip, Side - _row);
        Shape strip = new(1, rows * _window, _inputSide);
        Network network = new(new NetworkSpec(strip, Loss.MeanSquaredError, _kind.Layer(_window, _window)));
        network.Forward(_image.AsSpan(_row * _window * _inputSide, strip.Length), batch: 1).CopyTo(Output.AsSpan(_row * Side));
        _row += rows;
    }

    /// <summary>Pools all of it at once.</summary>
    public float[] Finish()
    {
        while (!IsComplete)
        {
            Advance();
        }

        return Output;
    }
}
