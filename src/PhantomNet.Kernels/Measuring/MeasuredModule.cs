using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Measuring;

/// <summary>
/// The module that the compiler writes, with all its functions exported, so that a benchmark can call those of one layer. They take
/// the address of a group's arena and work on the group's four samples.
/// </summary>
internal sealed record MeasuredModule(
    ReadOnlyMemory<byte> Bytes,
    MemoryMap Map,
    int Arena,
    IReadOnlyList<MeasuredFunction> Convolutions
)
{
    public static MeasuredModule Compile(NetworkSpec spec, TrainingSettings settings, int sampleCount, ModuleUse use)
    {
        (Module module, MemoryMap map) = NetworkCompiler.Build(spec, settings, sampleCount, use);
        // The same plan again, for what the map doesn't tell.
        NetworkPlan plan = new(spec, settings, use);
        MemoryPlan memory = new(plan, sampleCount, NetworkCompiler.MostBytes);
        HashSet<string> exported = module.Exports.Select(export => export.Name).ToHashSet(StringComparer.Ordinal);
        foreach (Function function in module.Functions.Where(function => !exported.Contains(function.Name)))
        {
            module.Export(function);
        }

        return new MeasuredModule(
            module.ToBytes(),
            map,
            memory.FirstArena,
            [.. plan.Layers.Where(layer => layer.Spec is ConvolutionSpec).SelectMany(layer => Functions(spec, layer))]
        );
    }

    // For each sum of a convolution, forward or back, one product with every weight that it meets, zeros of a border included; fewer
    // where it is computed in squares.
    private static IEnumerable<MeasuredFunction> Functions(NetworkSpec spec, LayerPlan layer)
    {
        long counted = spec.MultiplyAddsOf(layer.Index);
        (int channels, int filters) = (layer.Input.Shape.Channels, layer.Output.Shape.Channels);
        long direct = (long)layer.Needed.Height * layer.Needed.Width * layer.Parameters.WeightCount;
        long forward = layer.Winograd is null ? direct : WinogradPlan.MultiplyAdds(channels, filters, layer.Needed);
        yield return Function("Forward", ConvolutionPart.Forward, forward);
        if (layer.InputGradient is not null)
        {
            long back = layer.WinogradBack is null
                ? (long)layer.NeededInput.Height * layer.NeededInput.Width * layer.Parameters.WeightCount
                : WinogradPlan.MultiplyAdds(filters, channels, layer.NeededInput);
            yield return Function("InputGradient", ConvolutionPart.InputGradient, back);
        }

        yield return Function("LaneGradients", ConvolutionPart.WeightGradient, direct);

        MeasuredFunction Function(string export, ConvolutionPart part, long computed) =>
            new(layer.Name + export, layer.Spec.Name, part, computed, counted);
    }
}
