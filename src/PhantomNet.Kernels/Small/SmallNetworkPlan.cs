using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// How a network of a few neurons is trained: with neurons side by side in each vector, not samples, and a whole minibatch in one
/// function. Sums over samples, which are what gradients are, need no sums over lanes then, and no lane is left empty by a
/// minibatch that four doesn't divide.
/// </summary>
internal sealed class SmallNetworkPlan
{
    private const int MostNeurons = 16; // of a layer
    private const int MostSamples = 64; // of a minibatch
    private readonly Func<long, Region> _take;

    private SmallNetworkPlan(NetworkPlan plan, Func<long, Region> take)
    {
        _take = take;
        Samples = plan.Settings.BatchSize;
        Inputs = NewArray(plan.Spec.Input.Length);
        Targets = NewArray(1);
        Losses = new SmallLosses(take(Tensor.Element), take(Tensor.Element), take(Tensor.Element), take(4), take(4));
        ParameterBlock[] blocks = [.. plan.Spec.ParameterBlocks()];
        int vectors = blocks.Sum(block => VectorsOf(plan.Spec, block));
        Trained = new TrainedRegions(
            take(vectors * Tensor.Element),
            take((long)vectors * Tensor.Element * plan.Settings.Optimizer.SlotsPerParameter),
            take(vectors * Tensor.Element),
            take(vectors * Tensor.Element),
            take((long)vectors * Tensor.Element * plan.Settings.Optimizer.SlotsPerParameter),
            vectors * MemoryPlan.Lanes,
            []
        );
        List<ParameterBlock> weights = [];
        int next = Trained.Parameters.Address;
        NeuronArray input = Inputs;
        foreach (ParameterBlock block in blocks)
        {
            SmallLayer layer = NewLayer(plan.Spec, block, input, next, isFirst: input == Inputs);
            Layers.Add(layer);
            int offset = (next - Trained.Parameters.Address) / sizeof(float);
            weights.Add(block with { Offset = offset, WeightCount = layer.Main.Vectors * MemoryPlan.Lanes });
            next += (layer.Main.Vectors + layer.Biases.Vectors) * Tensor.Element;
            input = layer.Output;
        }

        Trained = Trained with { Weights = weights };
    }

    /// <summary>Samples of a minibatch, at most.</summary>
    public int Samples { get; }

    public NeuronArray Inputs { get; }

    public NeuronArray Targets { get; }

    public SmallLosses Losses { get; }

    public List<SmallLayer> Layers { get; } = [];

    /// <summary>Parameters and what belongs to them, in this plan's own order.</summary>
    public TrainedRegions Trained { get; }

    /// <summary>The plan of a network that suits it; null for others.</summary>
    /// <param name="plan">The network.</param>
    /// <param name="take">Gives bytes of the memory.</param>
    public static SmallNetworkPlan? For(NetworkPlan plan, Func<long, Region> take) =>
        plan.Use == ModuleUse.Training && Suits(plan) ? new SmallNetworkPlan(plan, take) : null;

    private static bool Suits(NetworkPlan plan)
    {
        IReadOnlyList<LayerSpec> layers = plan.Spec.Layers;
        bool isAlternating = layers
            .Select((layer, i) => i % 2 == 0 ? layer is DenseSpec : layer is ActivationSpec)
            .All(fits => fits);
        return isAlternating
            && layers[^1] is DenseSpec { Units: 1 }
            && plan.Spec.Loss == Loss.BinaryCrossEntropy
            && plan.Settings.ClassWeights is null
            && plan.Settings.BatchSize <= MostSamples
            && Enumerable.Range(0, layers.Count).All(i => plan.Spec.OutputOf(i).Length <= MostNeurons)
            && plan.Spec.Input.Length <= MostNeurons;
    }

    private static int VectorsOf(NetworkSpec spec, ParameterBlock block)
    {
        int outputs = spec.OutputOf(block.Layer).Length;
        int inputs = block.WeightCount / outputs;
        (int rows, int lanes) = SmallLayer.HasOutputLanesOf(outputs) ? (inputs, outputs) : (outputs, inputs);
        return (rows * NeuronArray.VectorsOf(lanes)) + NeuronArray.VectorsOf(outputs);
    }

    private SmallLayer NewLayer(NetworkSpec spec, ParameterBlock block, NeuronArray input, int address, bool isFirst)
    {
        int outputs = spec.OutputOf(block.Layer).Length;
        bool hasOutputLanes = SmallLayer.HasOutputLanesOf(outputs);
        WeightTable main = hasOutputLanes
            ? new WeightTable(address, input.Neurons, outputs)
            : new WeightTable(address, outputs, input.Neurons);
        // Forward, a single output's weights are read into all lanes. Nothing goes back to the inputs.
        bool isTurned = hasOutputLanes ? !isFirst : outputs > 1;
        WeightTable turned = new(0, main.Lanes, main.Rows);
        return new SmallLayer
        {
            Input = input,
            Output = NewArray(outputs),
            Gradient = NewArray(outputs),
            Function =
                block.Layer + 1 < spec.Layers.Count
                    ? ((ActivationSpec)spec.Layers[block.Layer + 1]).Function
                    : Activation.Identity,
            Parameters = block,
            Main = main,
            Turned = isTurned ? turned with { Address = _take(turned.Vectors * Tensor.Element).Address } : null,
            Biases = new WeightTable(address + (main.Vectors * Tensor.Element), 1, outputs),
        };
    }

    private NeuronArray NewArray(int neurons) => new(_take(NeuronArray.BytesOf(neurons, Samples)).Address, neurons, Samples);
}
