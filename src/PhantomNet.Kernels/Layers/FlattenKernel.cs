using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;

namespace PhantomNet.Kernels.Layers;

/// <summary>The same numbers, called a vector: nothing to do where the plan let both lie in one place.</summary>
internal sealed class FlattenKernel(LayerPlan plan, MemoryPlan memory) : LayerKernel(plan, memory)
{
    public override void Forward(Writer writer) => Copy(writer, Plan.Input, Plan.Output.AsImage(Plan.Input.Shape));

    public override void InputGradient(Writer writer) =>
        Copy(writer, Plan.OutputGradient.AsImage(Plan.Input.Shape), Plan.InputGradient!);

    private static void Copy(Writer writer, Tensor from, Tensor to)
    {
        if (from != to)
        {
            writer.ForEach(from.Shape, places => writer.Store(places[1], () => writer.Load(places[0])), from, to);
        }
    }
}
