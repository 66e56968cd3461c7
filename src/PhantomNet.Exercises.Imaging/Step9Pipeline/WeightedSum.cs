using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>How one output of a dense layer came about.</summary>
/// <param name="Largest">The inputs that add or take most, the largest first.</param>
/// <param name="Others">Sum of the other products.</param>
/// <param name="OtherCount">How many they are.</param>
/// <param name="Bias">Of the unit.</param>
/// <param name="Sum">What the layer computed, before any activation.</param>
/// <param name="Output">What left the stage.</param>
public sealed record WeightedSum(
    IReadOnlyList<Contribution> Largest,
    double Others,
    int OtherCount,
    float Bias,
    float Sum,
    float Output
)
{
    private const int Shown = 6;

    /// <summary>Takes it apart.</summary>
    public static WeightedSum At(LayerChain chain, PipelineStage stage, int unit)
    {
        float[] inputs = chain.Output(stage.First - 1);
        ParameterBlock block = chain.Spec.ParameterBlocks().First(each => each.Layer == stage.First);
        Contribution[] all =
        [
            .. inputs.Select(
                (value, i) => new Contribution(i, value, chain.Parameters[block.Offset + (unit * inputs.Length) + i])
            ),
        ];
        Contribution[] largest = [.. all.OrderByDescending(each => Math.Abs(each.Product)).Take(Shown)];
        return new WeightedSum(
            largest,
            all.Sum(each => each.Product) - largest.Sum(each => each.Product),
            all.Length - largest.Length,
            chain.Parameters[block.Offset + block.WeightCount + unit],
            chain.Output(stage.First)[unit],
            chain.Output(stage.Last)[unit]
        );
    }

    /// <summary>The map, row and column that a place of a flattened vector was before.</summary>
    public static (int Map, int Row, int Column) PlaceOf(Shape before, int index) =>
        (index / (before.Height * before.Width), index % (before.Height * before.Width) / before.Width, index % before.Width);
}
