using System.Text.Json;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Tests;

public sealed class MemoryMapTests
{
    public static TheoryData<string> Names => [.. FixedCases.All.Select(fixedCase => fixedCase.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Regions_lie_apart_within_the_memory_and_have_the_sizes_that_they_need(string name)
    {
        (_, NetworkSpec spec, TrainingSettings settings, _) = FixedCases.All.Single(fixedCase => fixedCase.Name == name);
        MemoryMap map = NetworkCompiler.Compile(spec, settings, FixedCases.Samples).Map;
        Region[] regions =
        [
            map.Updates,
            map.LossSum,
            map.Diverged,
            map.Parameters,
            map.Slots,
            map.Gradients,
            map.Order,
            map.Bounds,
            map.StagedInputs,
            map.StagedTargets,
            map.StagedOutputs,
            map.Inputs,
            map.Targets,
        ];
        foreach ((Region one, Region next) in regions.Zip(regions.Skip(1)))
        {
            Assert.True(one.Address + one.Bytes <= next.Address);
        }

        Assert.True(map.Targets.Address + map.Targets.Bytes <= (long)map.Pages * MemoryLimits.PageBytes);
        Assert.Equal(4 * spec.ParameterCount, map.Parameters.Bytes);
        Assert.Equal(4 * spec.ParameterCount * settings.Optimizer.SlotsPerParameter, map.Slots.Bytes);
        Assert.Equal(4 * FixedCases.Samples * spec.Input.Length, map.Inputs.Bytes);
        // All samples have room in the order, small sets many times; each may be a minibatch of its own.
        Assert.True(map.Order.Bytes >= 4 * FixedCases.Samples);
        Assert.Equal(map.Order.Bytes + 4, map.Bounds.Bytes);
    }

    [Fact]
    public void The_map_reads_back_from_JSON()
    {
        (_, NetworkSpec spec, TrainingSettings settings, _) = FixedCases.All[1];
        MemoryMap map = NetworkCompiler.Compile(spec, settings, FixedCases.Samples).Map;
        using JsonDocument json = JsonDocument.Parse(map.ToJson());
        JsonElement root = json.RootElement;
        Assert.Equal(map.Pages, root.GetProperty("pages").GetInt32());
        Assert.Equal(
            [map.Inputs.Address, map.Inputs.Bytes],
            root.GetProperty("inputs").EnumerateArray().Select(n => n.GetInt32())
        );
        Assert.Equal(spec.Layers.Count, root.GetProperty("outputs").GetArrayLength());
        JsonElement first = root.GetProperty("outputs")[0];
        Assert.Equal([8, 26, 26], first.GetProperty("shape").EnumerateArray().Select(n => n.GetInt32()));
        Assert.Equal(map.Outputs[0].RowStride, first.GetProperty("rowStride").GetInt32());
    }
}
