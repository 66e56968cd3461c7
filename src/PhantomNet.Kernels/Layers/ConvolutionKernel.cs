using PhantomNet.Kernels.Layers.Winograd;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Layers;

/// <summary>
/// A convolution forward, its input gradient, which is a convolution with turned kernels over the gradient with a border of zeros,
/// and its weight gradients.
/// </summary>
internal sealed class ConvolutionKernel(LayerPlan plan, MemoryPlan memory, ConvolutionSpec spec) : LayerKernel(plan, memory)
{
    private const int Float = sizeof(float);

    private int Kernel => spec.KernelSize;

    private int Channels => Plan.Input.Shape.Channels;

    private int Padding => spec.Window!.Value.Padding;

    public override Action<Writer>? PrepareForward => Prepare(Plan.Winograd, ForwardTask);

    public override Action<Writer>? PrepareBack => Prepare(Plan.WinogradBack, BackTask);

    public override void Forward(Writer writer) => Convolve(writer, ForwardTask(), Plan.Winograd);

    public override void InputGradient(Writer writer) => Convolve(writer, BackTask(), Plan.WinogradBack);

    private ConvolutionTask ForwardTask() =>
        new()
        {
            Kernel = Kernel,
            Stride = spec.Stride,
            Channels = Channels,
            Filters = spec.Filters,
            Height = Plan.Needed.Height,
            Width = Plan.Needed.Width,
            From = Plan.Input,
            FromOffset = -Padding * (Plan.Input.RowStride + Plan.Input.PixelStride),
            FromRow = Plan.Input.RowStride,
            To = Plan.Output,
            Rectifies = Plan.Rectifies,
            WeightAddress = WeightAddress,
            BiasAddress = BiasAddress,
            FilterStep = Channels * Kernel * Kernel * Float,
            ChannelStep = Kernel * Kernel * Float,
            RowStep = Kernel * Float,
            ColumnStep = Float,
        };

    private ConvolutionTask BackTask()
    {
        Tensor dy = Plan.OutputGradient;
        int row = dy.RowStride / spec.Stride; // of the image with its gaps
        int before = Kernel - 1 - Padding;
        return new ConvolutionTask
        {
            Kernel = Kernel,
            Stride = 1,
            Channels = spec.Filters,
            Filters = Channels,
            Height = Plan.NeededInput.Height,
            Width = Plan.NeededInput.Width,
            From = dy,
            FromOffset = -before * (row + Tensor.Element),
            FromRow = row,
            To = Plan.InputGradient!,
            Rectifies = false,
            WeightAddress = WeightAddress + (((Kernel * Kernel) - 1) * Float),
            BiasAddress = null,
            FilterStep = Kernel * Kernel * Float,
            ChannelStep = Channels * Kernel * Kernel * Float,
            RowStep = -Kernel * Float,
            ColumnStep = -Float,
        };
    }

    private static Action<Writer>? Prepare(WinogradPlan? plan, Func<ConvolutionTask> task) =>
        plan is null ? null : writer => new KernelTransform(writer, task(), plan).Write();

    private static void Convolve(Writer writer, ConvolutionTask task, WinogradPlan? plan)
    {
        if (plan is null)
        {
            new ConvolutionWriter(writer, task).Write();
        }
        else
        {
            new WinogradWriter(writer, task, plan).Write();
        }
    }

    public override Action<Writer> LaneGradients =>
        writer => new ConvolutionGradient(writer, Plan, Padding, Kernel, spec.Stride).Write();

    public override Action<Writer> ParameterGradients =>
        writer => Training.LaneReduction.Write(writer, Plan.LaneGradients!, GradientAddress, Plan.Parameters);
}
