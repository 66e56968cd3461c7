using System.Runtime.InteropServices;
using System.Security.Cryptography;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

public sealed class SameBitsTests
{
    private const int Steps = 100;

    public static TheoryData<string> Names => [.. FixedCases.All.Select(fixedCase => fixedCase.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task After_a_hundred_updates_the_parameters_are_the_committed_ones_bit_for_bit(string name)
    {
        (_, NetworkSpec spec, TrainingSettings settings, string hash) = FixedCases.All.Single(fixedCase =>
            fixedCase.Name == name
        );
        SampleSet samples = FixedCases.Draw(spec);
        using WasmtimeHosts hosts = new();
        await using CompiledRunner runner = await CompiledRunner.CreateAsync(
            hosts,
            spec,
            settings,
            samples,
            Initialiser.Parameters(spec, seed: 1)
        );
        Trainer trainer = new(runner, samples.Count, seed: 1);
        for (int done = 0; done < Steps; )
        {
            done += (await trainer.TrainAsync(Steps - done)).Minibatches;
        }

        RunnerState state = await runner.CopyAsync();
        Assert.Equal(Steps, state.Updates);
        byte[] bytes = MemoryMarshal.AsBytes(state.Parameters.AsSpan()).ToArray();
        Assert.Equal(hash, Convert.ToHexString(SHA256.HashData(bytes))[..16]);
    }
}
