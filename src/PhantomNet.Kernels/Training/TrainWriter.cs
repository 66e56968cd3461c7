using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Writes the function that goes through minibatches.</summary>
internal sealed class TrainWriter(Module module, MemoryPlan memory)
{
    /// <summary>
    /// <c>train(first, count)</c>: minibatches from bound <c>first</c> on, as many as <c>count</c>; returns how many were done.
    /// </summary>
    /// <param name="step">Does a minibatch, and says whether it did.</param>
    /// <param name="before">Called before the first minibatch.</param>
    /// <param name="after">Called after the last one.</param>
    public void Write(Function step, Function? before = null, Function? after = null)
    {
        Function train = module.AddFunction("train", [ValType.I32, ValType.I32], ValType.I32);
        module.Export(train);
        Writer writer = new(train);
        Code code = train.Code;
        int done = writer.NewPointer();
        int bound = writer.NewPointer();
        int start = writer.NewPointer();
        if (before is not null)
        {
            code.Call(before);
        }

        code.Set(memory.Correct, 0);
        code.Set(memory.Diverged, 0);
        code.Set(memory.IsTraining, 1);
        code.SetDouble(memory.LossSum, () => code.Const(0.0));
        code.Const(memory.Bounds.Address);
        code.LocalGet(0);
        code.Const(sizeof(int));
        code.Emit(I32.Mul, I32.Add);
        code.LocalSet(bound);
        code.Begin(Opcode.Block);
        code.Begin(Opcode.Loop);
        code.LocalGet(done);
        code.LocalGet(1);
        code.Emit(I32.GeS);
        code.BrIf(1);
        code.Const(memory.Order.Address);
        code.LocalGet(bound);
        code.Access(I32.Load);
        code.LocalTee(start);
        code.Const(sizeof(int));
        code.Emit(I32.Mul, I32.Add);
        code.LocalGet(bound);
        code.Access(I32.Load, sizeof(int));
        code.LocalGet(start);
        code.Emit(I32.Sub);
        code.Call(step);
        code.Emit(I32.Eqz);
        code.Begin(Opcode.If);
        code.Set(memory.Diverged, 1);
        code.Br(2);
        code.End();
        writer.Advance(bound, sizeof(int));
        writer.Advance(done, 1);
        code.Br(0);
        code.End();
        code.End();
        if (after is not null)
        {
            code.Call(after);
        }

        code.LocalGet(done);
    }
}
