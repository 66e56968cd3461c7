using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Training;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>Inputs and targets of a minibatch, one sample after another, in whole vectors.</summary>
internal sealed class SmallGather(Writer writer, MemoryPlan memory, SmallNetworkPlan plan)
{
    private readonly Code _code = writer.Code;

    /// <summary>
    /// Locals: the address of the first sample's number, how many samples there are, and 0. Where there are fewer than a minibatch has,
    /// the last one comes again.
    /// </summary>
    public void Write(int order, int count, int start)
    {
        _code.LocalGet(count);
        _code.Const(plan.Samples);
        _code.Emit(I32.Eq);
        _code.Begin(Opcode.If);
        Gather(start, i => _code.LocalGet(order), isFull: true);
        _code.Emit(Opcode.Else);
        Gather(
            start,
            i =>
            {
                _code.LocalGet(order);
                LaneNumbers.WriteSample(writer, start, i, count);
                _code.Const(sizeof(int));
                _code.Emit(I32.Mul, I32.Add);
            },
            isFull: false
        );
        _code.End();
    }

    private void Gather(int start, Action<int> number, bool isFull)
    {
        int[] samples = [.. Enumerable.Range(0, MemoryPlan.Lanes).Select(_ => writer.NewPointer())];
        for (int first = 0; first < plan.Samples; first += samples.Length)
        {
            int count = Math.Min(samples.Length, plan.Samples - first);
            for (int i = 0; i < count; i++)
            {
                number(first + i);
                _code.Access(I32.Load, isFull ? (first + i) * sizeof(int) : 0, 2);
                _code.Const(sizeof(float));
                _code.Emit(I32.Mul);
                _code.LocalSet(samples[i]);
            }

            Lanes(start, samples.AsSpan(0, count), memory.Targets.Address, plan.Targets.Address + (first * sizeof(float)));
            if (plan.Inputs.Neurons == 1)
            {
                Lanes(start, samples.AsSpan(0, count), memory.Inputs.Address, plan.Inputs.Address + (first * sizeof(float)));
            }
            else
            {
                GatherInputs(start, samples.AsSpan(0, count), plan.Inputs.Address + (first * plan.Inputs.SampleBytes));
            }
        }
    }

    // Four samples' floats side by side.
    private void Lanes(int start, ReadOnlySpan<int> samples, int from, int to)
    {
        int vector = writer.NewVector();
        writer.LoadSplat(samples[0], from);
        for (int lane = 1; lane < samples.Length; lane++)
        {
            writer.LoadLane(samples[lane], from, lane);
        }

        _code.LocalSet(vector);
        writer.StoreLocal(start, to, vector);
    }

    // Samples of which each fills a vector, or two do.
    private void GatherInputs(int start, ReadOnlySpan<int> samples, int to)
    {
        int neurons = plan.Inputs.Neurons;
        int vector = writer.NewVector();
        foreach (int sample in samples)
        {
            _code.LocalGet(sample);
            _code.Const(neurons);
            _code.Emit(I32.Mul);
            _code.LocalSet(sample);
        }

        if (neurons == 2)
        {
            for (int i = 0; i < samples.Length; i += 2)
            {
                _code.LocalGet(samples[i]);
                _code.Access(V128.Load64Splat, memory.Inputs.Address, 2);
                if (i + 1 < samples.Length)
                {
                    _code.LocalSet(vector);
                    _code.LocalGet(samples[i + 1]);
                    _code.LocalGet(vector);
                    _code.AccessLane(V128.Load64Lane, 1, memory.Inputs.Address, 2);
                }

                _code.LocalSet(vector);
                writer.StoreLocal(start, to + (i * plan.Inputs.SampleBytes), vector);
            }

            return;
        }

        for (int i = 0; i < samples.Length; i++)
        {
            for (int v = 0; v < plan.Inputs.Vectors; v++)
            {
                int left = Math.Min(MemoryPlan.Lanes, neurons - (v * MemoryPlan.Lanes));
                LoadPart(samples[i], memory.Inputs.Address + (v * Tensor.Element), left);
                _code.LocalSet(vector);
                writer.StoreLocal(start, to + (i * plan.Inputs.SampleBytes) + (v * Tensor.Element), vector);
            }
        }
    }

    // So many floats, and zeros after them.
    private void LoadPart(int pointer, int offset, int count)
    {
        if (count == MemoryPlan.Lanes)
        {
            writer.LoadFloats(pointer, offset);
            return;
        }

        _code.Splat(0);
        for (int lane = 0; lane < count; lane++)
        {
            writer.LoadLane(pointer, offset + (lane * sizeof(float)), lane);
        }
    }
}
