using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>What Adam's averages are divided by while they are young: η / (1 − β₁ᵗ) and 1 / √(1 − β₂ᵗ), in doubles.</summary>
internal sealed class AdamCorrections(Writer writer, Region updates)
{
    private readonly Code _code = writer.Code;

    /// <summary>Sets two locals to these.</summary>
    public void Write(Adam adam, int rate, int scale)
    {
        _code.Const(adam.LearningRate);
        _code.Const(1.0);
        WritePower(adam.Beta1);
        _code.Emit(F64.Sub, F64.Div, F32.DemoteF64, F32x4.Splat);
        _code.LocalSet(rate);
        _code.Const(1.0);
        _code.Const(1.0);
        WritePower(adam.Beta2);
        _code.Emit(F64.Sub, F64.Sqrt, F64.Div, F32.DemoteF64, F32x4.Splat);
        _code.LocalSet(scale);
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
        _code.Const(updates.Address);
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
