using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Layers.OneSample;

/// <summary>An activation; flatten and dropout, which hand the numbers on.</summary>
internal sealed class OneSampleElements(LayerPlan plan, MemoryPlan memory) : OneSampleKernel(plan, memory)
{
    public override void Forward(Writer writer)
    {
        if (Plan.IsDone.Forward)
        {
            return;
        }

        if (Plan.Spec is FlattenSpec && Plan.Input.Shape != Plan.Output.Shape && !Plan.Output.IsContiguous)
        {
            Scatter(writer);
            return;
        }

        // An image and the vector of its numbers lie alike.
        Tensor output = Plan.Spec is FlattenSpec ? Plan.Output.AsImage(Plan.Input.Shape) : Plan.Output;
        Activation function = Plan.Spec is ActivationSpec activation ? activation.Function : Activation.Identity;
        RowWriter.Map(
            writer,
            Plan.Spec is FlattenSpec ? Plan.Input.Shape : Plan.Needed,
            Plan.Input,
            output,
            function == Activation.Identity ? null : () => ActivationKernel.Value(writer, function)
        );
    }

    // To a vector with a border around each of its numbers, since a convolution with padding follows: one number after another.
    private void Scatter(Writer writer)
    {
        int x = writer.NewPointer();
        int y = writer.NewPointer();
        int value = writer.NewVector();
        writer.Point(x, Plan.Input);
        writer.Point(y, Plan.Output);
        writer.Repeat(
            Plan.Input.Shape.Length,
            () =>
            {
                writer.LoadFloats(x);
                writer.Code.LocalSet(value);
                writer.StorePixels(y, 0, value, Plan.Output, 1);
                writer.Advance(x, Tensor.Single);
                writer.Advance(y, Plan.Output.ChannelStride);
            }
        );
    }
}
