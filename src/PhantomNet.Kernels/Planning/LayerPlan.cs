using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Planning;

/// <summary>One layer with its tensors and the places of its parameters.</summary>
internal sealed class LayerPlan
{
    public required int Index { get; init; }

    public required LayerSpec Spec { get; init; }

    public required Tensor Input { get; init; }

    public required Tensor Output { get; init; }

    public required Tensor OutputGradient { get; init; }

    /// <summary>∂loss/∂input; null where no layer before this one learns from it.</summary>
    public required Tensor? InputGradient { get; init; }

    /// <summary>Rows and columns of the output that the layers after this one look at; the others are not computed.</summary>
    public required Shape Needed { get; init; }

    /// <summary>Rows and columns of the input that count for those.</summary>
    public required Shape NeededInput { get; init; }

    /// <summary>Whether this layer's code also does the ReLU that follows it, on the way forward.</summary>
    public bool Rectifies { get; init; }

    /// <summary>Whether this layer's code also does the ReLU that comes before it, on the way back.</summary>
    public bool RectifiesBack { get; init; }

    /// <summary>Whether the layer before or after this one has done its work forward, or back.</summary>
    public (bool Forward, bool Back) IsDone { get; init; }

    public ParameterBlock Parameters { get; init; }

    /// <summary>Whether a convolution has rectified the input on its way: no number of it is below 0, nor −0.</summary>
    public bool IsInputRectified { get; init; }

    /// <summary>Weight gradients of each of the four lanes, summed up at the end of a minibatch: [parameters][4].</summary>
    public Storage? LaneGradients { get; init; }

    /// <summary>Dropout's mask: [elements][4].</summary>
    public Storage? Mask { get; init; }

    /// <summary>How a convolution is computed in squares of outputs; null where it is computed weight by weight.</summary>
    public WinogradPlan? Winograd { get; init; }

    /// <summary>The same for its input gradient.</summary>
    public WinogradPlan? WinogradBack { get; init; }

    public string Name => $"layer{Index + 1}";
}
