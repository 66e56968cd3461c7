using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>L2 and the update of all parameters. Leaves on the stack whether a parameter or slot is no longer finite.</summary>
internal sealed class OptimizerWriter(Writer writer, NetworkPlan plan, MemoryPlan memory, TrainedRegions trained)
{
    private const int Four = MemoryPlan.Lanes * sizeof(float);
    private const int VectorsAtOnce = 4;
    private const int MostHeld = 32; // vectors of parameters
    private const float LeastNormal = 1.17549435e-38f;

    private readonly Code _code = writer.Code;
    private readonly int _parameters = writer.NewPointer();
    private readonly int _gradients = writer.NewPointer();
    private readonly int _first = writer.NewPointer(); // the first slot
    private readonly int _second = writer.NewPointer();
    private readonly int _faults = writer.NewVector(); // NaN in a lane that met something not finite, else 0
    private readonly int _gradient = writer.NewVector();
    private readonly int _rate = writer.NewVector();
    private readonly int _scale = writer.NewVector();

    private readonly List<(int Pointer, int Offset, int Value, int Count)> _held = [];

    /// <summary>Whether an update is so small that its results can be held as locals until it is known to be finite.</summary>
    public bool HoldsResults => Count <= MostHeld * MemoryPlan.Lanes;

    private int Count => trained.Count;

    /// <summary>gradient += λ w, for the weights and not the biases.</summary>
    public void WriteL2()
    {
        float strength = (float)plan.Settings.L2;
        if (strength == 0)
        {
            return;
        }

        foreach (ParameterBlock block in trained.Weights)
        {
            int offset = block.Offset * sizeof(float);
            writer.Point(_parameters, trained.Parameters.Address + offset);
            writer.Point(_gradients, trained.Gradients.Address + offset);
            writer.Repeat(
                block.WeightCount / MemoryPlan.Lanes,
                () =>
                {
                    writer.LoadFloats(_gradients);
                    _code.Splat(strength);
                    writer.LoadFloats(_parameters);
                    _code.Emit(F32x4.Mul, F32x4.Add);
                    _code.LocalSet(_gradient);
                    writer.StoreFloats(_gradients, 0, _gradient);
                    writer.Advance(_parameters, Four);
                    writer.Advance(_gradients, Four);
                }
            );
            for (int i = 0; i < block.WeightCount % MemoryPlan.Lanes; i++)
            {
                _code.LocalGet(_gradients);
                _code.LocalGet(_gradients);
                _code.Access(F32.Load, i * sizeof(float), 2);
                _code.Const(strength);
                _code.LocalGet(_parameters);
                _code.Access(F32.Load, i * sizeof(float), 2);
                _code.Emit(F32.Mul, F32.Add);
                _code.Access(F32.Store, i * sizeof(float), 2);
            }
        }
    }

    /// <summary>p ← p − step, four parameters at a time; the last four reach into room that is there for it.</summary>
    public void WriteStep()
    {
        writer.Point(_parameters, trained.Parameters.Address);
        writer.Point(_gradients, trained.Gradients.Address);
        writer.Point(_first, trained.Slots.Address);
        writer.Point(_second, trained.Slots.Address + (Count * sizeof(float)));
        if (plan.Settings.Optimizer is Adam adam)
        {
            new AdamCorrections(writer, memory.Updates).Write(adam, _rate, _scale);
        }

        (int vectors, int rest) = Math.DivRem(Count, MemoryPlan.Lanes);
        if (HoldsResults)
        {
            WriteVectors(vectors, rest);
        }
        else
        {
            writer.Repeat(vectors / VectorsAtOnce, () => WriteVectors(VectorsAtOnce, 0));
            WriteVectors(vectors % VectorsAtOnce, rest);
        }

        _code.LocalGet(_faults);
        _code.LocalGet(_faults);
        _code.Emit(F32x4.Ne, V128.AnyTrue);
    }

    /// <summary>Stores what was held.</summary>
    public void WriteHeld()
    {
        foreach ((int pointer, int offset, int value, int count) in _held)
        {
            Store(pointer, offset, value, count);
        }
    }

    // Whole vectors, and then one of which only a part counts.
    private void WriteVectors(int vectors, int rest)
    {
        for (int i = 0; i < vectors; i++)
        {
            WriteFour(MemoryPlan.Lanes, i * Four);
        }

        if (rest > 0)
        {
            WriteFour(rest, vectors * Four);
        }
        else if (!HoldsResults)
        {
            foreach (int pointer in (ReadOnlySpan<int>)[_parameters, _gradients, _first, _second])
            {
                writer.Advance(pointer, vectors * Four);
            }
        }
    }

    private void WriteFour(int count, int offset)
    {
        int step = writer.NewVector();
        int parameter = writer.NewVector();
        writer.LoadFloats(_gradients, offset);
        _code.LocalSet(_gradient);
        switch (plan.Settings.Optimizer)
        {
            case Momentum momentum:
                int velocity = WriteSlot(_first, offset, count, (float)momentum.Factor, () => _code.LocalGet(_gradient));
                writer.Constant((float)momentum.LearningRate);
                _code.LocalGet(velocity);
                _code.Emit(F32x4.Mul);
                break;
            case Adam adam:
                WriteAdam(adam, count, offset);
                break;
            case Sgd sgd:
                writer.Constant((float)sgd.LearningRate);
                _code.LocalGet(_gradient);
                _code.Emit(F32x4.Mul);
                break;
            default:
                throw new ArgumentException(
                    $"The optimizer {plan.Settings.Optimizer.Name} can't be compiled; the textbook engine has it."
                );
        }

        _code.LocalSet(step);
        writer.LoadFloats(_parameters, offset);
        _code.LocalGet(step);
        _code.Emit(F32x4.Sub);
        _code.LocalSet(parameter);
        Keep(_parameters, offset, parameter, count);
    }

    private void WriteAdam(Adam adam, int count, int offset)
    {
        int first = WriteSlot(
            _first,
            offset,
            count,
            (float)adam.Beta1,
            () =>
            {
                writer.Constant((float)(1 - adam.Beta1));
                _code.LocalGet(_gradient);
                _code.Emit(F32x4.Mul);
            }
        );
        int second = WriteSlot(
            _second,
            offset,
            count,
            (float)adam.Beta2,
            () =>
            {
                writer.Constant((float)(1 - adam.Beta2));
                _code.LocalGet(_gradient);
                _code.Emit(F32x4.Mul);
                _code.LocalGet(_gradient);
                _code.Emit(F32x4.Mul);
            }
        );
        _code.LocalGet(_rate);
        _code.LocalGet(first);
        _code.Emit(F32x4.Mul);
        _code.LocalGet(second);
        _code.Emit(F32x4.Sqrt);
        _code.LocalGet(_scale);
        _code.Emit(F32x4.Mul);
        writer.Constant((float)adam.Epsilon);
        _code.Emit(F32x4.Add, F32x4.Div);
    }

    // slot ← factor × slot + what is added. Returns a local with it, since a vector that is read where single lanes have just been
    // written has to wait for them.
    private int WriteSlot(int slot, int offset, int count, float factor, Action added)
    {
        int value = writer.NewVector();
        writer.Constant(factor);
        writer.LoadFloats(slot, offset);
        _code.Emit(F32x4.Mul);
        added();
        _code.Emit(F32x4.Add);
        // What is smaller than a normal number becomes 0. The memory of a unit that gets no gradient any more would stay down
        // there for good, where each operation takes a hundred times as long.
        _code.LocalTee(value);
        _code.LocalGet(value);
        _code.Emit(F32x4.Abs);
        writer.Constant(LeastNormal);
        _code.Emit(F32x4.Lt, V128.Andnot);
        _code.LocalSet(value);
        Keep(slot, offset, value, count);
        return value;
    }

    // Stores a vector or the part of it that counts, since the second slots follow the first without a gap.
    private void Keep(int pointer, int offset, int value, int count)
    {
        if (HoldsResults)
        {
            _held.Add((pointer, offset, value, count));
        }
        else
        {
            Store(pointer, offset, value, count);
        }

        // x − x is 0 for a number and NaN for the rest.
        _code.LocalGet(_faults);
        _code.LocalGet(value);
        _code.LocalGet(value);
        _code.Emit(F32x4.Sub);
        if (count < MemoryPlan.Lanes)
        {
            Span<float> counts = [0, 0, 0, 0];
            counts[..count].Fill(BitConverter.Int32BitsToSingle(-1));
            _code.Const(counts[0], counts[1], counts[2], counts[3]);
            _code.Emit(V128.And);
        }

        _code.Emit(F32x4.Add);
        _code.LocalSet(_faults);
    }

    private void Store(int pointer, int offset, int value, int count)
    {
        if (count == MemoryPlan.Lanes)
        {
            writer.StoreFloats(pointer, offset, value);
        }

        for (int lane = 0; lane < count && count < MemoryPlan.Lanes; lane++)
        {
            _code.LocalGet(pointer);
            _code.LocalGet(value);
            _code.AccessLane(V128.Store32Lane, lane, offset + (lane * sizeof(float)), 2);
        }
    }
}
