using PhantomNet.Kernels.Layers.OneSample;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Layers;

/// <summary>The code of one layer. Forward and backward work on the four samples of a group, whose arena is their parameter.</summary>
internal abstract class LayerKernel(LayerPlan plan, MemoryPlan memory)
{
    public string Name => Plan.Name;

    protected LayerPlan Plan { get; } = plan;

    protected MemoryPlan Memory { get; } = memory;

    protected int WeightAddress => Memory.Parameters.Address + (sizeof(float) * Plan.Parameters.Offset);

    protected int BiasAddress => WeightAddress + (sizeof(float) * Plan.Parameters.WeightCount);

    protected int GradientAddress => Memory.Gradients.Address + (sizeof(float) * Plan.Parameters.Offset);

    /// <summary>What has to be made of the parameters before groups go forward; null where nothing has.</summary>
    public virtual Action<Writer>? PrepareForward => null;

    /// <summary>The same before they go back.</summary>
    public virtual Action<Writer>? PrepareBack => null;

    /// <summary>Writes the output from the input.</summary>
    public abstract void Forward(Writer writer);

    /// <summary>Writes ∂loss/∂input, which the plan has room for, from ∂loss/∂output.</summary>
    public abstract void InputGradient(Writer writer);

    /// <summary>Adds to the weight gradients of the four lanes; null where there are none.</summary>
    public virtual Action<Writer>? LaneGradients => null;

    /// <summary>
    /// Writes ∂loss/∂parameters when all groups have gone through; their number is the function's parameter. Null without any.
    /// </summary>
    public virtual Action<Writer>? ParameterGradients => null;

    public static LayerKernel For(LayerPlan plan, NetworkPlan network, MemoryPlan memory) =>
        (plan.Spec, network.Use) switch
        {
            (ConvolutionSpec convolution, _) => new ConvolutionKernel(plan, memory, convolution),
            (DenseSpec, ModuleUse.Predicting) => new OneSampleDense(plan, memory),
            (MaxPoolingSpec or AveragePoolingSpec, ModuleUse.Predicting) => new OneSamplePooling(plan, memory),
            (ActivationSpec or FlattenSpec or DropoutSpec, ModuleUse.Predicting) => new OneSampleElements(plan, memory),
            (DenseSpec, _) => new DenseKernel(plan, memory),
            (ActivationSpec activation, _) => new ActivationKernel(plan, memory, activation.Function),
            (MaxPoolingSpec, _) => new MaxPoolingKernel(plan, memory),
            (AveragePoolingSpec, _) => new AveragePoolingKernel(plan, memory),
            (FlattenSpec, _) => new FlattenKernel(plan, memory),
            (DropoutSpec dropout, _) => new DropoutKernel(plan, memory, dropout, network.Settings.DropoutSeed),
            _ => throw new ArgumentException($"A layer of {plan.Spec.Name} can't be compiled; the textbook engine runs it."),
        };
}
