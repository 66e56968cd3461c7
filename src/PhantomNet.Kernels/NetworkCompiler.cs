using PhantomNet.Kernels.Layers;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Training;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels;

/// <summary>Compiles networks to WebAssembly modules.</summary>
public static class NetworkCompiler
{
    /// <summary>Memory that a module may have unless more is allowed: 1 GiB.</summary>
    public const long MostBytes = 1L << 30;

    /// <summary>Compiles a network.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="sampleCount">Samples that its memory is to hold for training, 0 or more.</param>
    /// <param name="use">Whether it trains, or is looked into.</param>
    /// <param name="mostBytes">Memory that it may have.</param>
    /// <exception cref="ArgumentException">
    /// A setting is out of its range, or the network doesn't fit the memory; the message gives the numbers.
    /// </exception>
    public static NetworkModule Compile(
        NetworkSpec spec,
        TrainingSettings settings,
        int sampleCount,
        ModuleUse use = ModuleUse.Training,
        long mostBytes = MostBytes
    )
    {
        (Module module, MemoryMap map) = Build(spec, settings, sampleCount, use, mostBytes);
        return new NetworkModule(spec, settings, sampleCount, module.ToBytes(), map);
    }

    /// <summary>Compiles a network in pieces of a few milliseconds.</summary>
    /// <param name="spec">The network.</param>
    /// <param name="settings">How it is trained.</param>
    /// <param name="sampleCount">Samples that its memory is to hold for training, 0 or more.</param>
    /// <param name="rest">Awaited after each piece, for a thread that has other things to do as well.</param>
    /// <param name="use">Whether it trains, or is looked into.</param>
    /// <param name="mostBytes">Memory that it may have.</param>
    /// <exception cref="ArgumentException">
    /// A setting is out of its range, or the network doesn't fit the memory; the message gives the numbers.
    /// </exception>
    public static async ValueTask<NetworkModule> CompileAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        int sampleCount,
        Func<Task> rest,
        ModuleUse use = ModuleUse.Training,
        long mostBytes = MostBytes
    )
    {
        (ModuleWriter writer, MemoryMap map) = Plan(spec, settings, sampleCount, use, mostBytes);
        await rest();
        foreach (Function _ in writer.Write())
        {
            await rest();
        }

        byte[] bytes = writer.Module.ToBytes();
        await rest();
        return new NetworkModule(spec, settings, sampleCount, bytes, map);
    }

    internal static (Module Module, MemoryMap Map) Build(
        NetworkSpec spec,
        TrainingSettings settings,
        int sampleCount,
        ModuleUse use,
        long mostBytes = MostBytes
    )
    {
        (ModuleWriter writer, MemoryMap map) = Plan(spec, settings, sampleCount, use, mostBytes);
        _ = writer.Write().Count();
        return (writer.Module, map);
    }

    private static (ModuleWriter Writer, MemoryMap Map) Plan(
        NetworkSpec spec,
        TrainingSettings settings,
        int sampleCount,
        ModuleUse use,
        long mostBytes
    )
    {
        settings.Check(spec);
        ArgumentOutOfRangeException.ThrowIfNegative(sampleCount);
        NetworkPlan plan = new(spec, settings, use);
        MemoryPlan memory = new(plan, sampleCount, mostBytes);
        LayerKernel[] kernels = [.. plan.Layers.Select(layer => LayerKernel.For(layer, plan, memory))];
        return (new ModuleWriter(plan, memory, kernels), MapWriter.Write(plan, memory));
    }
}
