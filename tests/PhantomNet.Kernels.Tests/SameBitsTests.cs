using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

public sealed class SameBitsTests
{
    public static TheoryData<string> Names => [.. FixedCases.All.Select(fixedCase => fixedCase.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_hundred_updates_the_parameters_are_the_committed_ones_bit_for_bit(string name)
    {
        (_, NetworkSpec spec, TrainingSettings settings, string hash) = FixedCases.All.Single(fixedCase =>
            fixedCase.Name == name
        );
        using WasmtimeHosts hosts = new();
        Assert.Equal(hash, await FixedCases.HashAsync(hosts, spec, settings));
    }
}
