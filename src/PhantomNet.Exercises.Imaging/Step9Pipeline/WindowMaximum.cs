using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>How one number of a pooled map came about.</summary>
/// <param name="Row">First row of its window in the map before.</param>
/// <param name="Column">First column.</param>
/// <param name="Values">The numbers in the window, row by row.</param>
/// <param name="Winner">Which of them is the largest: of equal ones the first, as the layer has it.</param>
public sealed record WindowMaximum(int Row, int Column, float[] Values, int Winner)
{
    /// <summary>How many are as large as the winner, itself among them.</summary>
    public int Ties => Values.Count(value => value == Values[Winner]);

    /// <summary>Takes it apart.</summary>
    public static WindowMaximum At(LayerChain chain, PipelineStage stage, int map, int row, int column)
    {
        MaxPoolingSpec layer = (MaxPoolingSpec)chain.Spec.Layers[stage.First];
        Shape input = stage.Input;
        Window window = layer.Window!.Value;
        (int top, int left) = (window.Start(row), window.Start(column));
        float[] inputs = chain.Output(stage.First - 1);
        float[] values = new float[window.Size * window.Size];
        for (int i = 0; i < values.Length; i++)
        {
            (int y, int x) = (top + (i / window.Size), left + (i % window.Size));
            values[i] = inputs[(((map * input.Height) + y) * input.Width) + x];
        }

        int[] winner = new int[1];
        new MaxPoolingSpec(window.Size).Winners(new Shape(1, window.Size, window.Size), values, winner);
        return new WindowMaximum(top, left, values, winner[0]);
    }
}
