using System.Buffers.Binary;
using System.Runtime.InteropServices;
using PhantomNet.Kernels.Planning;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;

namespace PhantomNet.Kernels.Running;

/// <summary>Takes samples through a module for looking, four at a time, and copies out all that it computed.</summary>
/// <param name="host">Where the module runs.</param>
/// <param name="module">The module.</param>
/// <param name="count">Samples.</param>
/// <param name="isBackward">Whether the gradients are wanted, for which each sample has a target.</param>
internal sealed class TraceReader(IKernelHost host, NetworkModule module, int count, bool isBackward)
{
    private readonly float[] _gradients = new float[isBackward ? module.Spec.ParameterCount : 0];
    private readonly float[][] _outputs = Room(module.Map.Outputs, count);
    private readonly float[][] _outputGradients = isBackward ? Room(module.Map.OutputGradients, count) : [];
    private double _loss = isBackward ? 0 : double.NaN;

    public async ValueTask<BatchTrace> ReadAsync(ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets)
    {
        byte[] scale = new byte[sizeof(double)];
        ClassWeights? weights = module.Settings.ClassWeights;
        BinaryPrimitives.WriteDoubleLittleEndian(
            scale,
            weights is null || !isBackward ? count : LossFunctions.TotalWeight(weights, targets.Span)
        );
        for (int first = 0; first < count; first += MemoryPlan.Lanes)
        {
            await LookAsync(first, inputs, targets, scale);
        }

        return new BatchTrace(_loss, _outputs, _outputGradients, _gradients);
    }

    // A module for looking goes there and back; who wants no gradients leaves them, and whatever targets there are.
    private async ValueTask LookAsync(int first, ReadOnlyMemory<float> inputs, ReadOnlyMemory<float> targets, byte[] scale)
    {
        MemoryMap map = module.Map;
        int now = Math.Min(MemoryPlan.Lanes, count - first);
        byte[] loss = new byte[sizeof(double)];
        byte[] gradients = new byte[_gradients.Length * sizeof(float)];
        await host.ExchangeAsync(
            new KernelExchange
            {
                Writes =
                [
                    (map.Scale.Address, scale),
                    (map.StagedInputs.Address, Part(inputs, first, now)),
                    (map.StagedTargets.Address, Part(targets, first, now)),
                ],
                Function = "look",
                Arguments = [now],
                Reads = isBackward ? [(map.LossSum.Address, loss), (map.Gradients.Address, gradients)] : [],
                Tensors = [.. Tensors(map.Outputs, _outputs), .. Tensors(map.OutputGradients, _outputGradients)],
            }
        );
        _loss += BinaryPrimitives.ReadDoubleLittleEndian(loss);
        ReadOnlySpan<float> sums = MemoryMarshal.Cast<byte, float>(gradients);
        if (first == 0)
        {
            sums.CopyTo(_gradients); // one group is what a page looks at, where C# loops are slow
            return;
        }

        for (int i = 0; i < _gradients.Length; i++)
        {
            _gradients[i] += sums[i];
        }

        IEnumerable<(TensorPlace Place, int Samples, Memory<float> Values)> Tensors(
            IReadOnlyList<TensorPlace> places,
            float[][] values
        ) =>
            places.Zip(
                values,
                (place, all) => (place, now, all.AsMemory(first * place.Shape.Length, now * place.Shape.Length))
            );
    }

    private ReadOnlyMemory<byte> Part(ReadOnlyMemory<float> all, int first, int now)
    {
        int length = all.Length / count;
        return CompiledRunner.Bytes(all.Slice(first * length, now * length));
    }

    private static float[][] Room(IReadOnlyList<TensorPlace> places, int count) =>
        [.. places.Select(place => new float[count * place.Shape.Length])];
}
