using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>One of the thirteen stages: a run of layers of a spec, whose shapes and counts follow from that spec.</summary>
/// <param name="Spec">The network.</param>
/// <param name="Index">From 0.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Block">1 to 3 for a stage of a block, else 0.</param>
/// <param name="First">Its first layer; −1 for the image.</param>
/// <param name="Last">Its last layer; −1 for the image.</param>
public sealed record PipelineStage(NetworkSpec Spec, int Index, StageKind Kind, int Block, int First, int Last)
{
    /// <summary>For example <c>Convolution 2</c>.</summary>
    public string Name => Block > 0 ? $"{Kind} {Block}" : $"{Kind}";

    /// <summary>Shape of what comes in; of the image, the image.</summary>
    public Shape Input => First < 0 ? Spec.Input : Spec.InputOf(First);

    /// <summary>Shape of what goes out.</summary>
    public Shape Output => Last < 0 ? Spec.Input : Spec.OutputOf(Last);

    /// <summary>Weights and biases.</summary>
    public int ParameterCount => Layers.Sum(Spec.ParameterCountOf);

    /// <summary>For one sample forward.</summary>
    public long MultiplyAdds => Layers.Sum(Spec.MultiplyAddsOf);

    private IEnumerable<int> Layers => First < 0 ? [] : Enumerable.Range(First, Last - First + 1);
}
