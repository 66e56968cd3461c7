using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PhantomNet.Kernels.Planning;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>Takes samples through a module for looking, four at a time, and copies out all that it computed.</summary>
internal sealed class TraceReader(IKernelHost host, NetworkModule module, int count)
{
    private readonly float[] _gradients = new float[module.Spec.ParameterCount];
    private readonly float[][] _outputs = Room(module.Map.Outputs, count);
    private readonly float[][] _outputGradients = Room(module.Map.OutputGradients, count);
    private double _loss;

    public async ValueTask<BatchTrace> ReadAsync(
        ReadOnlyMemory<float> parameters,
        ReadOnlyMemory<float> inputs,
        ReadOnlyMemory<float> targets
    )
    {
        byte[] scale = new byte[sizeof(double)];
        ClassWeights? weights = module.Settings.ClassWeights;
        BinaryPrimitives.WriteDoubleLittleEndian(
            scale,
            weights is null ? count : LossFunctions.TotalWeight(weights, targets.Span)
        );
        await host.ExchangeAsync(
            new KernelExchange
            {
                Writes = [(module.Map.Parameters.Address, CompiledRunner.Bytes(parameters)), (module.Map.Scale.Address, scale)],
            }
        );
        for (int first = 0; first < count; first += MemoryPlan.Lanes)
        {
            await LookAsync(first, inputs, targets);
        }

        return new BatchTrace(_loss, _outputs, _outputGradients, _gradients);
    }

    private async ValueTask LookAsync(int first, ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
    {
        int now = Math.Min(MemoryPlan.Lanes, count - first);
        int length = module.Spec.Input.Length;
        int targetLength = module.Spec.Loss.TargetLength(module.Spec.Output.Length);
        byte[] loss = new byte[sizeof(double)];
        byte[] gradients = new byte[module.Map.Gradients.Bytes];
        byte[][] outputs = [.. module.Map.Outputs.Select(Bytes)];
        byte[][] outputGradients = [.. module.Map.OutputGradients.Select(Bytes)];
        await host.ExchangeAsync(
            new KernelExchange
            {
                Writes =
                [
                    (module.Map.StagedInputs.Address, CompiledRunner.Bytes(inputs.Slice(first * length, now * length))),
                    (
                        module.Map.StagedTargets.Address,
                        CompiledRunner.Bytes(targets.Slice(first * targetLength, now * targetLength))
                    ),
                ],
                Function = "look",
                Arguments = [now],
                Reads =
                [
                    (module.Map.LossSum.Address, loss),
                    (module.Map.Gradients.Address, gradients),
                    .. module.Map.Outputs.Zip(outputs, (place, bytes) => (place.Address, (Memory<byte>)bytes)),
                    .. module.Map.OutputGradients.Zip(outputGradients, (place, bytes) => (place.Address, (Memory<byte>)bytes)),
                ],
            }
        );
        _loss += BinaryPrimitives.ReadDoubleLittleEndian(loss);
        ReadOnlySpan<float> sums = MemoryMarshal.Cast<byte, float>(gradients);
        for (int i = 0; i < _gradients.Length; i++)
        {
            _gradients[i] += sums[i];
        }

        for (int layer = 0; layer < _outputs.Length; layer++)
        {
            Take(module.Map.Outputs[layer], outputs[layer], _outputs[layer], first, now);
            Take(module.Map.OutputGradients[layer], outputGradients[layer], _outputGradients[layer], first, now);
        }
    }

    private static void Take(TensorPlace place, byte[] bytes, float[] to, int first, int now)
    {
        int length = place.Shape.Length;
        ReadOnlySpan<float> floats = MemoryMarshal.Cast<byte, float>(bytes);
        for (int i = 0; i < length; i++)
        {
            int column = i % place.Shape.Width;
            int row = i / place.Shape.Width % place.Shape.Height;
            int channel = i / place.Shape.Width / place.Shape.Height;
            int at = (channel * place.ChannelStride) + (row * place.RowStride) + (column * place.PixelStride);
            for (int n = 0; n < now; n++)
            {
                to[((first + n) * length) + i] = floats[(at / sizeof(float)) + n];
            }
        }
    }

    // From the first element to the last.
    private static byte[] Bytes(TensorPlace place) =>
        new byte[
            ((place.Shape.Channels - 1) * place.ChannelStride)
                + ((place.Shape.Height - 1) * place.RowStride)
                + ((place.Shape.Width - 1) * place.PixelStride)
                + Tensor.Element
        ];

    private static float[][] Room(IReadOnlyList<TensorPlace> places, int count) =>
        [.. places.Select(place => new float[count * place.Shape.Length])];
}
