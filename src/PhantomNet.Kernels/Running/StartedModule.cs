using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>A module that runs somewhere.</summary>
/// <param name="Host">Where.</param>
/// <param name="Module">The module.</param>
internal sealed record StartedModule(IKernelHost Host, NetworkModule Module)
{
    /// <summary>Where everything lies in its memory.</summary>
    public MemoryMap Map => Module.Map;

    /// <summary>Gives it what it is trained on, and what it starts from: its memory is zero until then.</summary>
    public ValueTask BeginAsync(SampleSet train, RunnerState start) =>
        WriteAsync(
            start,
            (Map.Inputs.Address, CompiledRunner.Bytes(train.Inputs)),
            (Map.Targets.Address, CompiledRunner.Bytes(train.Targets))
        );

    /// <summary>Puts it into a state, whose slots are as many as it has.</summary>
    public ValueTask RestoreAsync(RunnerState state) => WriteAsync(state);

    /// <summary>Gives it parameters and leaves the rest.</summary>
    public async ValueTask SetParametersAsync(float[] parameters) =>
        await Host.ExchangeAsync(
            new KernelExchange { Writes = [(Map.Parameters.Address, CompiledRunner.Bytes<float>(parameters))] }
        );

    /// <summary>The state that it is in.</summary>
    public async ValueTask<RunnerState> CopyAsync()
    {
        float[] parameters = new float[Map.Parameters.Bytes / sizeof(float)];
        float[] slots = new float[Map.Slots.Bytes / sizeof(float)];
        byte[] parameterBytes = new byte[Map.Parameters.Bytes];
        byte[] slotBytes = new byte[Map.Slots.Bytes];
        byte[] updates = new byte[sizeof(long)];
        await Host.ExchangeAsync(
            new KernelExchange
            {
                Reads =
                [
                    (Map.Parameters.Address, parameterBytes),
                    (Map.Slots.Address, slotBytes),
                    (Map.Updates.Address, updates),
                ],
            }
        );
        MemoryMarshal.Cast<byte, float>(parameterBytes).CopyTo(parameters);
        MemoryMarshal.Cast<byte, float>(slotBytes).CopyTo(slots);
        return new RunnerState(parameters, slots, BinaryPrimitives.ReadInt64LittleEndian(updates));
    }

    private async ValueTask WriteAsync(RunnerState state, params (int Address, ReadOnlyMemory<byte> Bytes)[] others)
    {
        byte[] updates = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(updates, state.Updates);
        await Host.ExchangeAsync(
            new KernelExchange
            {
                Writes =
                [
                    .. others,
                    (Map.Parameters.Address, CompiledRunner.Bytes<float>(state.Parameters)),
                    (Map.Slots.Address, CompiledRunner.Bytes<float>(state.Slots)),
                    (Map.Updates.Address, updates),
                ],
            }
        );
    }
}
