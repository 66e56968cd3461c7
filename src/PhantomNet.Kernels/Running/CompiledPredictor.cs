using System.Runtime.InteropServices;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>A network that is asked and not trained, compiled to take one sample at a time.</summary>
public sealed class CompiledPredictor : IAsyncDisposable
{
    private readonly IKernelHost _host;
    private readonly NetworkModule _module;

    private CompiledPredictor(IKernelHost host, NetworkModule module)
    {
        _host = host;
        _module = module;
    }

    /// <summary>The network.</summary>
    public NetworkSpec Spec => _module.Spec;

    /// <summary>Compiles the network, starts it and gives it its parameters.</summary>
    /// <exception cref="ArgumentException">They don't fit one another, or not the memory; the message names both.</exception>
    public static async ValueTask<CompiledPredictor> CreateAsync(
        IKernelHostFactory hosts,
        NetworkSpec spec,
        ReadOnlyMemory<float> parameters
    )
    {
        RunnerRules.CheckParameters(spec, parameters.Span);
        TrainingSettings none = new(new Sgd(1), BatchSize: 1);
        NetworkModule module = NetworkCompiler.Compile(spec, none, sampleCount: 0, ModuleUse.Predicting);
        CompiledPredictor predictor = new(await hosts.StartAsync(module), module);
        await predictor._host.ExchangeAsync(
            new KernelExchange { Writes = [(module.Map.Parameters.Address, CompiledRunner.Bytes(parameters))] }
        );
        return predictor;
    }

    /// <summary>Runs samples forward.</summary>
    /// <param name="inputs">[n, input length].</param>
    /// <param name="outputs">Receives the last layer's outputs (logits, not scores): [n, output length].</param>
    public ValueTask PredictAsync(ReadOnlyMemory<float> inputs, Memory<float> outputs) =>
        PredictAsync(_host, _module, inputs, outputs);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _host.DisposeAsync();

    // As many samples a call as can be staged.
    internal static async ValueTask PredictAsync(
        IKernelHost host,
        NetworkModule module,
        ReadOnlyMemory<float> inputs,
        Memory<float> outputs
    )
    {
        (int inputLength, int outputLength) = (module.Spec.Input.Length, module.Spec.Output.Length);
        int count = RunnerRules.CountPredictions(module.Spec, inputs.Length, outputs.Length);
        (Region from, Region to) = (module.Map.StagedInputs, module.Map.StagedOutputs);
        int room = from.Bytes / sizeof(float) / inputLength;
        for (int start = 0; start < count; start += room)
        {
            int now = Math.Min(room, count - start);
            byte[] bytes = new byte[now * outputLength * sizeof(float)];
            await host.ExchangeAsync(
                new KernelExchange
                {
                    Writes = [(from.Address, CompiledRunner.Bytes(inputs.Slice(start * inputLength, now * inputLength)))],
                    Function = "predict",
                    Arguments = [from.Address, now, to.Address],
                    Reads = [(to.Address, bytes)],
                }
            );
            MemoryMarshal.Cast<byte, float>(bytes).CopyTo(outputs.Span[(start * outputLength)..]);
        }
    }
}
