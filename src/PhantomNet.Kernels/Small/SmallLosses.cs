using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// Losses of minibatches of one size that have not been summed yet. Their mean is Σ (linear + ln(1 + e)) over the samples, and a sum of
/// logarithms is that of a product: it is taken once for many minibatches.
/// </summary>
/// <param name="Products">Of 1 + e, a float for each lane.</param>
/// <param name="Linear">Sums of max(z, 0) − t z, the same.</param>
/// <param name="Right">i32 for each lane: less one for each right answer.</param>
/// <param name="Samples">i32: samples of each minibatch.</param>
/// <param name="Minibatches">i32: how many there are.</param>
internal sealed record SmallLosses(Region Products, Region Linear, Region Right, Region Samples, Region Minibatches)
{
    private const int LargestProduct = 100; // as a power of 2, of which a float holds 127

    /// <summary>Minibatches of so many vectors of samples whose products are floats; each factor is 2 at most.</summary>
    public static int MostMinibatches(int vectors) => LargestProduct / vectors;

    /// <summary>A function that adds what has come together to what the host reads, and begins anew.</summary>
    public Function WriteSum(Module module, MemoryPlan memory)
    {
        Function sum = module.AddFunction("sumLosses", []);
        Writer writer = new(sum);
        Code code = sum.Code;
        int start = writer.NewPointer(); // stays 0
        int right = writer.NewVector();
        int loss = writer.NewVector();
        code.SetDouble(
            memory.LossSum,
            () =>
            {
                code.Const(memory.LossSum.Address);
                code.Access(F64.Load);
                writer.Load(start, Products.Address);
                Logarithm.Write(writer);
                writer.Load(start, Linear.Address);
                code.Emit(F32x4.Add);
                code.LocalTee(loss);
                code.Emit(F64x2.PromoteLowF32x4);
                code.LocalGet(loss);
                code.LocalGet(loss);
                code.ShuffleWords(2, 3, 2, 3);
                code.Emit(F64x2.PromoteLowF32x4, F64x2.Add);
                code.LocalTee(loss);
                code.Lane(F64x2.ExtractLane, 0);
                code.LocalGet(loss);
                code.Lane(F64x2.ExtractLane, 1);
                code.Emit(F64.Add);
                code.Const(Samples.Address);
                code.Access(I32.Load);
                code.Emit(F64.ConvertI32S, F64.Div, F64.Add);
            }
        );
        code.Const(memory.Correct.Address);
        code.Const(memory.Correct.Address);
        code.Access(I32.Load);
        writer.Load(start, Right.Address);
        code.LocalSet(right);
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            code.LocalGet(right);
            code.Lane(I32x4.ExtractLane, lane);
            code.Emit(I32.Sub);
        }

        code.Access(I32.Store);
        Clear(code);
        return sum;
    }

    /// <summary>None yet.</summary>
    public void Clear(Code code)
    {
        code.Const(Products.Address);
        code.Splat(1);
        code.Access(V128.Store);
        code.Clear(Linear);
        code.Clear(Right);
        code.Set(Minibatches, 0);
    }
}
