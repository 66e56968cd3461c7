using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;
using PhantomNet.Randomness;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>
/// Dropout with the masks of the textbook engine: draw k of its generator is a function of the state at the start plus k steps, so
/// each lane draws what its sample would have drawn in turn.
/// </summary>
internal sealed class DropoutKernel(LayerPlan plan, MemoryPlan memory, DropoutSpec spec, int seed) : LayerKernel(plan, memory)
{
    private const int FirstStream = -2; // as the textbook engine gives out its streams
    private const int NumberBits = 53;

    private float Kept => (float)(1 / (1 - spec.Rate));

    private int Length => Plan.Output.Shape.Length;

    public override void Forward(Writer writer)
    {
        if (Plan.Mask is null)
        {
            Copy(writer, Plan.Input, Plan.Output);
            return;
        }

        Code code = writer.Code;
        code.Const(Memory.IsTraining.Address);
        code.Access(I32.Load);
        code.Begin(Opcode.If);
        Draw(writer);
        code.Emit(Opcode.Else);
        Copy(writer, Plan.Input, Plan.Output);
        code.End();
    }

    public override void InputGradient(Writer writer)
    {
        if (Plan.Mask is null)
        {
            Copy(writer, Plan.OutputGradient, Plan.InputGradient!);
            return;
        }

        writer.ForEach(
            Plan.Output.Shape,
            places => writer.Store(places[1], () => Masked(writer, places[0], () => writer.Load(places[2]))),
            Plan.OutputGradient,
            Plan.InputGradient!,
            Tensor.Contiguous(Plan.Mask, Plan.Output.Shape)
        );
    }

    private static void Copy(Writer writer, Tensor from, Tensor to) =>
        writer.ForEach(from.Shape, places => writer.Store(places[1], () => writer.Load(places[0])), from, to);

    private void Masked(Writer writer, Place from, Action mask)
    {
        writer.Load(from);
        writer.Code.Splat(Kept);
        writer.Code.Emit(F32x4.Mul);
        mask();
        writer.Code.Emit(V128.And);
    }

    private void Draw(Writer writer)
    {
        int low = writer.NewVector(); // states of samples 0 and 1 of the group
        int high = writer.NewVector(); // of 2 and 3
        WriteStart(writer, low, high);
        int mask = writer.NewVector();
        writer.ForEach(
            Plan.Output.Shape,
            places =>
            {
                WriteKept(writer, low);
                WriteKept(writer, high);
                writer.Code.ShuffleWords(0, 2, 4, 6);
                writer.Code.LocalSet(mask);
                writer.Store(places[2], () => writer.Code.LocalGet(mask));
                writer.Store(places[1], () => Masked(writer, places[0], () => writer.Code.LocalGet(mask)));
            },
            Plan.Input,
            Plan.Output,
            Tensor.Contiguous(Plan.Mask!, Plan.Output.Shape)
        );
    }

    // The state from which each sample draws: the start of this update and layer, plus a step for every draw before.
    private void WriteStart(Writer writer, int low, int high)
    {
        Code code = writer.Code;
        int state = writer.Function.AddLocal(ValType.I64);
        int layerSeed = (int)new SeededRandom(seed, FirstStream - Plan.Index).NextBits();
        code.Const((long)SplitMix.BeforeStream(layerSeed));
        code.Const(Memory.Updates.Address);
        code.Access(I64.Load);
        code.Const(1L);
        code.Emit(I64.Add);
        code.Const(0xFFFFFFFFL); // a stream is an int
        code.Emit(I64.And, I64.Add);
        code.LocalSet(state);
        WriteMix(code, state, writer.Function.AddLocal(ValType.I64));
        code.LocalGet(Writer.Arena);
        code.Access(I32.Load, Memory.FirstSample.Address, 2);
        code.Emit(I64.ExtendI32U);
        code.Const((long)Length * unchecked((long)SplitMix.Step));
        code.Emit(I64.Mul, I64.Add);
        code.LocalSet(state);
        foreach ((int local, int first) in new[] { (low, 0), (high, 2) })
        {
            code.LocalGet(state);
            code.Emit(I64x2.Splat);
            code.Const(unchecked((long)(SplitMix.Step * (ulong)(uint)Length) * (first + 1)));
            code.Emit(I64x2.Splat);
            code.Const(unchecked((long)(SplitMix.Step * (ulong)(uint)Length) * first));
            code.Lane(I64x2.ReplaceLane, 0);
            code.Emit(I64x2.Add);
            code.LocalSet(local);
        }
    }

    // Moves the state on and leaves −1 in the 64-bit lanes whose number is at least the rate.
    private void WriteKept(Writer writer, int state)
    {
        Code code = writer.Code;
        int bits = writer.NewVector();
        code.LocalGet(state);
        code.Const(unchecked((long)SplitMix.Step));
        code.Emit(I64x2.Splat, I64x2.Add);
        code.LocalTee(state);
        code.LocalSet(bits);
        foreach ((int shift, ulong factor) in SplitMix.Mixing)
        {
            code.LocalGet(bits);
            code.LocalGet(bits);
            code.Const(shift);
            code.Emit(I64x2.ShrU, V128.Xor);
            if (factor != 0)
            {
                code.Const(unchecked((long)factor));
                code.Emit(I64x2.Splat, I64x2.Mul);
            }

            code.LocalSet(bits);
        }

        code.LocalGet(bits);
        code.Const(64 - NumberBits);
        code.Emit(I64x2.ShrU);
        code.Const((long)Math.Ceiling(spec.Rate * (1L << NumberBits)));
        code.Emit(I64x2.Splat, I64x2.GeS);
    }

    // The same on the stack's i64s; leaves the mixed state.
    private static void WriteMix(Code code, int state, int bits)
    {
        code.LocalGet(state);
        code.LocalSet(bits);
        foreach ((int shift, ulong factor) in SplitMix.Mixing)
        {
            code.LocalGet(bits);
            code.LocalGet(bits);
            code.Const((long)shift);
            code.Emit(I64.ShrU, I64.Xor);
            if (factor != 0)
            {
                code.Const(unchecked((long)factor));
                code.Emit(I64.Mul);
            }

            code.LocalSet(bits);
        }

        code.LocalGet(bits);
    }
}
