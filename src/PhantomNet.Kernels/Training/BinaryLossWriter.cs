using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Cross-entropy of one logit.</summary>
internal sealed class BinaryLossWriter(Writer writer, NetworkPlan plan, MemoryPlan memory) : LossWriter(writer, plan, memory)
{
    // With s = z for class 0 and −z for class 1, the gradient is σ(s) for class 0 and −σ(s) for class 1.
    protected override void WriteGradient()
    {
        int z = Writer.NewVector();
        int e = Writer.NewVector();
        int above = Writer.NewVector(); // 1 + e
        int sign = Writer.NewVector();
        int isOne = Writer.NewVector();
        int from = Writer.NewPointer();
        int to = Writer.NewPointer();
        Writer.Point(from, Plan.Output);
        Writer.Point(to, Plan.OutputGradient);
        Writer.Load(from);
        Code.LocalTee(z);
        Writer.Constant(-0.0f);
        Code.Emit(V128.Or); // −|z|
        Exponential.Write(Writer);
        Code.LocalSet(e);
        Code.LocalGet(Target);
        Writer.Constant(1);
        Code.Emit(F32x4.Eq);
        Code.LocalTee(isOne);
        Writer.Constant(-0.0f);
        Code.Emit(V128.And);
        Code.LocalSet(sign);
        Writer.Constant(1);
        Code.LocalGet(e);
        Code.Emit(F32x4.Add);
        Code.LocalSet(above);
        Writer.Store(
            to,
            0,
            () =>
            {
                Logistic.WriteSigned(Writer, z, e, above, sign);
                TakeShare();
            }
        );
        CountCorrect(() =>
        {
            Code.LocalGet(z);
            Writer.Constant(0);
            Code.Emit(F32x4.Gt);
            Code.LocalGet(isOne);
            Code.Emit(V128.Xor);
        });
        // max(z, 0) − t z + ln(1 + e)
        int loss = Writer.NewVector();
        Code.LocalGet(z);
        Writer.Constant(0);
        Code.Emit(F32x4.Pmax);
        Code.LocalGet(z);
        Code.LocalGet(Target);
        Code.Emit(F32x4.Mul, F32x4.Sub);
        Code.LocalGet(above);
        Logarithm.WriteUpTo2(Writer);
        Code.Emit(F32x4.Add);
        Code.LocalGet(Mask);
        Code.Emit(V128.And);
        Code.LocalSet(loss);
        AddLosses(isHigh => Promote(loss, isHigh), isMasked: true);
    }
}
