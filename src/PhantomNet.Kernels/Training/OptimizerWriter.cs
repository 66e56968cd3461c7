using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>L2 and the update of all parameters. Leaves on the stack whether a parameter or slot is no longer finite.</summary>
internal sealed class OptimizerWriter(Writer writer, NetworkPlan plan, MemoryPlan memory)
{
    private const int Four = MemoryPlan.Lanes * sizeof(float);
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

    private int Count => plan.Spec.ParameterCount;

    /// <summary>gradient += λ w, for the weights and not the biases.</summary>
    public void WriteL2()
    {
        float strength = (float)plan.Settings.L2;
        if (strength == 0)
        {
            return;
        }

        foreach (ParameterBlock block in plan.Spec.ParameterBlocks())
        {
            int offset = block.Offset * sizeof(float);
            writer.Point(_parameters, memory.Parameters.Address + offset);
            writer.Point(_gradients, memory.Gradients.Address + offset);
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
        writer.Point(_parameters, memory.Parameters.Address);
        writer.Point(_gradients, memory.Gradients.Address);
        writer.Point(_first, memory.Slots.Address);
        writer.Point(_second, memory.Slots.Address + (Count * sizeof(float)));
        if (plan.Settings.Optimizer is Adam adam)
        {
            WriteCorrections(adam);
        }

        writer.Repeat(Count / MemoryPlan.Lanes, () => WriteFour(MemoryPlan.Lanes));
        if (Count % MemoryPlan.Lanes is > 0 and int rest)
        {
            WriteFour(rest);
        }

        _code.LocalGet(_faults);
        _code.LocalGet(_faults);
        _code.Emit(F32x4.Ne, V128.AnyTrue);
    }

    private void WriteFour(int count)
    {
        int step = writer.NewVector();
        int parameter = writer.NewVector();
        writer.LoadFloats(_gradients);
        _code.LocalSet(_gradient);
        switch (plan.Settings.Optimizer)
        {
            case Momentum momentum:
                int velocity = WriteSlot(_first, count, (float)momentum.Factor, () => _code.LocalGet(_gradient));
                _code.Splat((float)momentum.LearningRate);
                _code.LocalGet(velocity);
                _code.Emit(F32x4.Mul);
                break;
            case Adam adam:
                WriteAdam(adam, count);
                break;
            case Sgd sgd:
                _code.Splat((float)sgd.LearningRate);
                _code.LocalGet(_gradient);
                _code.Emit(F32x4.Mul);
                break;
            default:
                throw new ArgumentException(
                    $"The optimizer {plan.Settings.Optimizer.Name} can't be compiled; the textbook engine has it."
                );
        }

        _code.LocalSet(step);
        writer.LoadFloats(_parameters);
        _code.LocalGet(step);
        _code.Emit(F32x4.Sub);
        _code.LocalSet(parameter);
        Keep(_parameters, parameter, count);
        foreach (int pointer in (ReadOnlySpan<int>)[_parameters, _gradients, _first, _second])
        {
            writer.Advance(pointer, Four);
        }
    }

    private void WriteAdam(Adam adam, int count)
    {
        int first = WriteSlot(
            _first,
            count,
            (float)adam.Beta1,
            () =>
            {
                _code.Splat((float)(1 - adam.Beta1));
                _code.LocalGet(_gradient);
                _code.Emit(F32x4.Mul);
            }
        );
        int second = WriteSlot(
            _second,
            count,
            (float)adam.Beta2,
            () =>
            {
                _code.Splat((float)(1 - adam.Beta2));
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
        _code.Splat((float)adam.Epsilon);
        _code.Emit(F32x4.Add, F32x4.Div);
    }

    // slot ← factor × slot + what is added. Returns a local with it, since a vector that is read where single lanes have just been
    // written has to wait for them.
    private int WriteSlot(int slot, int count, float factor, Action added)
    {
        int value = writer.NewVector();
        _code.Splat(factor);
        writer.LoadFloats(slot);
        _code.Emit(F32x4.Mul);
        added();
        _code.Emit(F32x4.Add);
        // What is smaller than a normal number becomes 0. The memory of a unit that gets no gradient any more would stay down
        // there for good, where each operation takes a hundred times as long.
        _code.LocalTee(value);
        _code.LocalGet(value);
        _code.Emit(F32x4.Abs);
        _code.Splat(LeastNormal);
        _code.Emit(F32x4.Lt, V128.Andnot);
        _code.LocalSet(value);
        Keep(slot, value, count);
        return value;
    }

    // Stores a vector or the part of it that counts, since the second slots follow the first without a gap.
    private void Keep(int pointer, int value, int count)
    {
        if (count == MemoryPlan.Lanes)
        {
            writer.StoreFloats(pointer, 0, value);
        }

        for (int lane = 0; lane < count && count < MemoryPlan.Lanes; lane++)
        {
            _code.LocalGet(pointer);
            _code.LocalGet(value);
            _code.AccessLane(V128.Store32Lane, lane, lane * sizeof(float), 2);
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

    // η / (1 − β₁ᵗ) and 1 / √(1 − β₂ᵗ), in doubles.
    private void WriteCorrections(Adam adam)
    {
        _code.Const(adam.LearningRate);
        _code.Const(1.0);
        WritePower(adam.Beta1);
        _code.Emit(F64.Sub, F64.Div, F32.DemoteF64, F32x4.Splat);
        _code.LocalSet(_rate);
        _code.Const(1.0);
        _code.Const(1.0);
        WritePower(adam.Beta2);
        _code.Emit(F64.Sub, F64.Sqrt, F64.Div, F32.DemoteF64, F32x4.Splat);
        _code.LocalSet(_scale);
    }

    // βᵗ by squaring, t = updates + 1.
    private void WritePower(double factor)
    {
        int power = writer.Function.AddLocal(ValType.F64);
        int square = writer.Function.AddLocal(ValType.F64);
        int left = writer.Function.AddLocal(ValType.I64);
        _code.Const(1.0);
        _code.LocalSet(power);
        _code.Const(factor);
        _code.LocalSet(square);
        _code.Const(memory.Updates.Address);
        _code.Access(I64.Load);
        _code.Const(1L);
        _code.Emit(I64.Add);
        _code.LocalSet(left);
        _code.Begin(Opcode.Loop);
        _code.LocalGet(power);
        _code.LocalGet(square);
        _code.Const(1.0);
        _code.LocalGet(left);
        _code.Const(1L);
        _code.Emit(I64.And, I32.WrapI64, Opcode.Select, F64.Mul);
        _code.LocalSet(power);
        _code.LocalGet(square);
        _code.LocalGet(square);
        _code.Emit(F64.Mul);
        _code.LocalSet(square);
        _code.LocalGet(left);
        _code.Const(1L);
        _code.Emit(I64.ShrU);
        _code.LocalTee(left);
        _code.Const(0L);
        _code.Emit(I64.Ne);
        _code.BrIf(0);
        _code.End();
        _code.LocalGet(power);
    }
}
