using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>The mean of squared differences, in doubles, since a float's square overflows where the textbook engine's doesn't.</summary>
internal sealed class SquaredErrorWriter(Writer writer, NetworkPlan plan, MemoryPlan memory) : LossWriter(writer, plan, memory)
{
    // The mean over outputs of (y − t)², and 2 (y − t) / (outputs × samples).
    protected override void WriteGradient()
    {
        int outputs = Plan.Output.Shape.Length;
        int y = Writer.NewVector();
        int target = Writer.NewVector();
        int difference = Writer.NewVector();
        int half = Writer.NewVector();
        int[] sums = Writer.NewVectors(2);
        int targets = Writer.NewPointer();
        Writer.Point(targets, Tensor.Contiguous(Memory.LaneTargets, Plan.Output.Shape));
        Writer.Clear(sums);
        Writer.ForEach(
            Plan.Output.Shape,
            places =>
            {
                Writer.Load(places[0]);
                Code.LocalSet(y);
                Writer.Load(targets);
                Code.LocalSet(target);
                Writer.Advance(targets, Tensor.Element);
                for (int part = 0; part < 2; part++)
                {
                    Promote(y, part == 1);
                    Promote(target, part == 1);
                    Code.Emit(F64x2.Sub);
                    Code.LocalTee(difference);
                    Code.LocalGet(difference);
                    Code.Emit(F64x2.Mul);
                    Code.LocalGet(sums[part]);
                    Code.Emit(F64x2.Add);
                    Code.LocalSet(sums[part]);
                    Code.LocalGet(difference);
                    Code.LocalGet(difference);
                    Code.Emit(F64x2.Add);
                    LoadCount();
                    Code.Const((double)outputs);
                    Code.Emit(F64.Mul);
                    Code.Emit(F64x2.Splat, F64x2.Div, F32x4.DemoteF64x2Zero);
                    if (part == 0)
                    {
                        Code.LocalSet(half);
                    }
                }

                Code.LocalSet(y);
                Writer.Store(
                    places[1],
                    () =>
                    {
                        Code.LocalGet(half);
                        Code.LocalGet(y);
                        Code.ShuffleWords(0, 1, 4, 5);
                        Code.LocalGet(Mask);
                        Code.Emit(V128.And);
                    }
                );
            },
            Plan.Output,
            Plan.OutputGradient
        );
        AddLosses(isHigh =>
        {
            Code.LocalGet(sums[isHigh ? 1 : 0]);
            Code.Const((double)outputs);
            Code.Emit(F64x2.Splat, F64x2.Div);
        });
    }
}
