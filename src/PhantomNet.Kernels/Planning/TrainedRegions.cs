using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Planning;

/// <summary>Where parameters, their optimizer's memory and their gradients lie, all in the same order.</summary>
/// <param name="Parameters">Floats.</param>
/// <param name="Slots">The optimizer's memory, [slots][parameters].</param>
/// <param name="Gradients">∂loss/∂parameters.</param>
/// <param name="ParametersBefore">The parameters before this update.</param>
/// <param name="SlotsBefore">The slots before this update.</param>
/// <param name="Count">Parameters.</param>
/// <param name="Weights">Which of them are weights, for L2.</param>
internal sealed record TrainedRegions(
    Region Parameters,
    Region Slots,
    Region Gradients,
    Region ParametersBefore,
    Region SlotsBefore,
    int Count,
    IReadOnlyList<ParameterBlock> Weights
);
