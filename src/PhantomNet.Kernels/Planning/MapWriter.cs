using PhantomNet.Kernels.Running;

namespace PhantomNet.Kernels.Planning;

/// <summary>Tells the plan to who runs the module.</summary>
internal static class MapWriter
{
    public static MemoryMap Write(NetworkPlan plan, MemoryPlan memory) =>
        new()
        {
            Pages = memory.Pages,
            Updates = memory.Updates,
            LossSum = memory.LossSum,
            Correct = memory.Correct,
            Diverged = memory.Diverged,
            Scale = memory.Scale,
            Parameters = memory.Parameters,
            Slots = memory.Slots,
            Gradients = memory.Gradients,
            Inputs = memory.Inputs,
            Targets = memory.Targets,
            Order = memory.Order,
            Bounds = memory.Bounds,
            StagedInputs = memory.StagedInputs,
            StagedTargets = memory.StagedTargets,
            StagedOutputs = memory.StagedOutputs,
            Outputs = [.. plan.Layers.Select(layer => Place(layer.Output, memory))],
            OutputGradients =
                plan.Use == ModuleUse.Predicting ? [] : [.. plan.Layers.Select(layer => Place(layer.OutputGradient, memory))],
        };

    private static TensorPlace Place(Tensor tensor, MemoryPlan memory) =>
        new(
            tensor.Shape,
            tensor.Address + (tensor.Storage.IsPerGroup ? memory.FirstArena : 0),
            tensor.ChannelStride,
            tensor.RowStride,
            tensor.PixelStride
        );
}
