using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Cross-entropy of one logit for each class.</summary>
internal sealed class SoftmaxLossWriter(Writer writer, NetworkPlan plan, MemoryPlan memory) : LossWriter(writer, plan, memory)
{
    // e^(z − largest) for each output, first into the gradient's place; "rest" is the sum of all but the true class's.
    protected override void WriteGradient()
    {
        int largest = Writer.NewVector();
        int sum = Writer.NewVector();
        int rest = Writer.NewVector();
        int trueLogit = Writer.NewVector();
        int isTrue = Writer.NewVector();
        int e = Writer.NewVector();
        int decided = Writer.NewVector();
        int label = Writer.NewVector();
        Writer.Clear(sum, rest, trueLogit, label, decided);
        Code.Splat(float.NegativeInfinity);
        Code.LocalSet(largest);
        Writer.ForEach(
            Plan.Output.Shape,
            places =>
            {
                // Of equal logits the first one decides.
                Code.LocalGet(label);
                Code.LocalGet(decided);
                Writer.Load(places[0]);
                Code.LocalGet(largest);
                Code.Emit(F32x4.Gt, V128.Bitselect);
                Code.LocalSet(decided);
                AddTo(label, () => Code.Splat(1));
                Writer.Load(places[0]);
                Code.LocalGet(largest);
                Code.Emit(F32x4.Max);
                Code.LocalSet(largest);
            },
            Plan.Output
        );
        CountCorrect(() =>
        {
            Code.LocalGet(decided);
            Code.LocalGet(Target);
            Code.Emit(F32x4.Ne);
        });
        Code.Splat(0);
        Code.LocalSet(label);
        Writer.ForEach(
            Plan.Output.Shape,
            places =>
            {
                MarkTrue(label, isTrue);
                Writer.Load(places[0]);
                Code.LocalGet(largest);
                Code.Emit(F32x4.Sub);
                Exponential.Write(Writer);
                Code.LocalSet(e);
                Writer.Store(places[1], () => Code.LocalGet(e));
                AddTo(sum, () => Code.LocalGet(e));
                AddTo(
                    rest,
                    () =>
                    {
                        Code.LocalGet(e);
                        Code.LocalGet(isTrue);
                        Code.Emit(V128.Andnot);
                    }
                );
                Writer.Load(places[0]);
                Code.LocalGet(trueLogit);
                Code.LocalGet(isTrue);
                Code.Emit(V128.Bitselect);
                Code.LocalSet(trueLogit);
            },
            Plan.Output,
            Plan.OutputGradient
        );
        Code.Splat(0);
        Code.LocalSet(label);
        Writer.ForEach(
            Plan.Output.Shape,
            places =>
            {
                MarkTrue(label, isTrue);
                Writer.Store(
                    places[0],
                    () =>
                    {
                        Code.LocalGet(rest);
                        Code.Emit(F32x4.Neg);
                        Writer.Load(places[0]);
                        Code.LocalGet(isTrue);
                        Code.Emit(V128.Bitselect);
                        Code.LocalGet(sum);
                        Code.Emit(F32x4.Div);
                        TakeShare();
                    }
                );
            },
            Plan.OutputGradient
        );
        int logarithm = Writer.NewVector();
        Code.LocalGet(sum);
        Logarithm.Write(Writer);
        Code.LocalSet(logarithm);
        AddLosses(isHigh =>
        {
            Promote(largest, isHigh);
            Promote(trueLogit, isHigh);
            Code.Emit(F64x2.Sub);
            Promote(logarithm, isHigh);
            Code.Emit(F64x2.Add);
        });
    }

    // Whether the output with this number is each lane's true class; counts the number up.
    private void MarkTrue(int label, int isTrue)
    {
        Code.LocalGet(label);
        Code.LocalGet(Target);
        Code.Emit(F32x4.Eq);
        Code.LocalSet(isTrue);
        AddTo(label, () => Code.Splat(1));
    }

    private void AddTo(int sum, Action value)
    {
        Code.LocalGet(sum);
        value();
        Code.Emit(F32x4.Add);
        Code.LocalSet(sum);
    }
}
