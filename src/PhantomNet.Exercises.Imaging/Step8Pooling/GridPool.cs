using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>The grid on the stage, pooled forward and backward by the engine.</summary>
public sealed class GridPool
{
    // Numbers of other pages with the same seed are others.
    private const int Stream = 800;
    private const int Values = 10;

    private readonly LayerSpec _layer;
    private readonly int[] _winners;

    /// <summary>Pools the grid that a state describes.</summary>
    public GridPool(PoolingState state)
    {
        Side = state.Side;
        Kind = state.Kind;
        _layer = state.Kind.Layer(state.Window, state.Stride);
        Window = _layer.Window!.Value;
        Network network = new(new NetworkSpec(Shape, Loss.MeanSquaredError, _layer));
        Spec = network.Spec;
        Input = Numbers(state);
        Output = network.Forward(Input, batch: 1).ToArray();
        OutputSide = Spec.Output.Height;
        OutputGradient = Chosen(state.Gradients);
        network.BackwardFrom(OutputGradient);
        InputGradient = network.InputGradient.ToArray();
        _winners = new int[Output.Length];
        if (_layer is MaxPoolingSpec max)
        {
            max.Winners(Shape, Input, _winners);
        }
    }

    /// <summary>Rows and columns that go in.</summary>
    public int Side { get; }

    /// <summary>Rows and columns that come out.</summary>
    public int OutputSide { get; }

    /// <summary>Max or average.</summary>
    public PoolKind Kind { get; }

    /// <summary>How the window moves.</summary>
    public Window Window { get; }

    /// <summary>The network of one layer.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>What goes in: [Side, Side].</summary>
    public float[] Input { get; }

    /// <summary>What comes out: [OutputSide, OutputSide].</summary>
    public float[] Output { get; }

    /// <summary>What is sent back: [OutputSide, OutputSide].</summary>
    public float[] OutputGradient { get; }

    /// <summary>What arrives: [Side, Side].</summary>
    public float[] InputGradient { get; }

    /// <summary>Rows, and columns, from the first to the last that a window lies on.</summary>
    public int Reached => Window.Start(OutputSide - 1) + Window.Size;

    /// <summary>How many of the inputs are in no window.</summary>
    public int UnseenCount => Input.Length - Enumerable.Range(0, Input.Length).Count(IsSeen);

    private Shape Shape => new(1, Side, Side);

    /// <summary>The inputs in the window of an output, in reading order.</summary>
    public IEnumerable<int> SeenBy(int output)
    {
        int top = Window.Start(output / OutputSide);
        int left = Window.Start(output % OutputSide);
        for (int i = 0; i < Window.Size; i++)
        {
            for (int j = 0; j < Window.Size; j++)
            {
                yield return ((top + i) * Side) + left + j;
            }
        }
    }

    /// <summary>The input that an output of max pooling came from.</summary>
    public int WinnerOf(int output) => _winners[output];

    /// <summary>The inputs that an output is made of: the winner, or for an average the whole window.</summary>
    public IEnumerable<int> SourcesOf(int output) => Kind == PoolKind.Max ? [WinnerOf(output)] : SeenBy(output);

    /// <summary>Whether any output came from this input.</summary>
    public bool IsWinner(int input) => Kind == PoolKind.Max && Array.IndexOf(_winners, input) >= 0;

    /// <summary>Whether it is as large as the winner of some window that it lies in, and comes after it in reading order.</summary>
    public bool IsTied(int input) =>
        Kind == PoolKind.Max
        && !IsWinner(input)
        && Enumerable.Range(0, Output.Length).Any(output => Output[output] == Input[input] && SeenBy(output).Contains(input));

    /// <summary>Whether any window lies on it.</summary>
    public bool IsSeen(int input) => IsSeenAlong(input / Side) && IsSeenAlong(input % Side);

    private bool IsSeenAlong(int at) => at < Reached && (Window.Stride <= Window.Size || at % Window.Stride < Window.Size);

    private static float[] Numbers(PoolingState state)
    {
        SeededRandom random = new(state.Seed, Stream);
        float[] all = new float[GridEdits.Side * GridEdits.Side];
        for (int i = 0; i < all.Length; i++)
        {
            all[i] = random.NextInt(Values);
        }

        foreach ((int place, int value) in GridEdits.Read(state.Edits))
        {
            all[place] = value;
        }

        return Corner(all, state.Side);
    }

    private float[] Chosen(string gradients)
    {
        float[] all = new float[GridEdits.Side * GridEdits.Side];
        Array.Fill(all, 1);
        foreach ((int place, int value) in GridEdits.Read(gradients))
        {
            all[place] = value;
        }

        return Corner(all, OutputSide);
    }

    private static float[] Corner(float[] all, int side)
    {
        float[] corner = new float[side * side];
        for (int i = 0; i < corner.Length; i++)
        {
            corner[i] = all[GridEdits.Place(i / side, i % side)];
        }

        return corner;
    }
}
