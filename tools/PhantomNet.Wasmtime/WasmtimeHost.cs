using System.Runtime.InteropServices;
using PhantomNet.Kernels.Running;
using Wasmtime;

namespace PhantomNet.Wasmtime;

/// <summary>Runs a compiled network in this process, on the calling thread.</summary>
public sealed class WasmtimeHost : IKernelHost
{
    private readonly Module _module;
    private readonly Store _store;
    private readonly Linker _linker;
    private readonly Instance _instance;
    private readonly Memory _memory;

    internal WasmtimeHost(Engine engine, NetworkModule network)
    {
        _module = Module.FromBytes(engine, "network", network.Bytes.Span);
        _store = new Store(engine);
        _linker = new Linker(engine);
        _instance = _linker.Instantiate(_store, _module);
        _memory = _instance.GetMemory("memory")!;
    }

    /// <inheritdoc/>
    public ValueTask<int> ExchangeAsync(KernelExchange exchange)
    {
        foreach ((int address, ReadOnlyMemory<byte> bytes) in exchange.Writes)
        {
            bytes.Span.CopyTo(_memory.GetSpan(address, bytes.Length));
        }

        int result = exchange.Function is { } name ? Call(name, exchange.Arguments) : 0;
        foreach ((int address, Memory<byte> bytes) in exchange.Reads)
        {
            _memory.GetSpan(address, bytes.Length).CopyTo(bytes.Span);
        }

        foreach ((TensorPlace place, int samples, Memory<float> values) in exchange.Tensors)
        {
            Take(place, samples, values.Span);
        }

        return new(result);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _store.Dispose();
        _linker.Dispose();
        _module.Dispose();
        return ValueTask.CompletedTask;
    }

    private void Take(TensorPlace place, int samples, Span<float> values)
    {
        ReadOnlySpan<float> memory = MemoryMarshal.Cast<byte, float>(_memory.GetSpan(0, (int)_memory.GetLength()));
        int next = 0;
        for (int n = 0; n < samples; n++)
        {
            for (int line = 0; line < place.Shape.Channels * place.Shape.Height; line++)
            {
                (int channel, int row) = Math.DivRem(line, place.Shape.Height);
                int at = ((place.Address + (channel * place.ChannelStride) + (row * place.RowStride)) / sizeof(float)) + n;
                for (int column = 0; column < place.Shape.Width; column++, at += place.PixelStride / sizeof(float))
                {
                    values[next++] = memory[at];
                }
            }
        }
    }

    private int Call(string name, IReadOnlyList<int> arguments)
    {
        Function function =
            _instance.GetFunction(name) ?? throw new InvalidOperationException($"The module has no function {name}.");
        return function.Invoke([.. arguments.Select(argument => (ValueBox)argument)]) is int result ? result : 0;
    }
}
