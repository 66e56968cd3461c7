using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>
/// The end of a minibatch: a function that takes its mean loss, updates the parameters, and returns whether it did. The textbook
/// engine's rule holds: neither the loss nor a parameter nor a slot may be anything but a finite number, else all stays as it was.
/// </summary>
internal sealed class UpdateWriter(Module module, NetworkPlan plan, MemoryPlan memory, TrainedRegions trained)
{
    public Function Write(ConstantTable constants)
    {
        Function update = module.AddFunction("update", [ValType.F64], ValType.I32);
        Writer writer = new(update);
        writer.BeginConstants();
        Write(writer);
        writer.EndConstants(constants);
        return update;
    }

    private void Write(Writer writer)
    {
        const int loss = 0;
        Code code = writer.Code;
        OptimizerWriter optimizer = new(writer, plan, memory, trained);
        code.LocalGet(loss);
        code.LocalGet(loss);
        code.Emit(F64.Sub);
        code.Const(0.0);
        code.Emit(F64.Ne);
        ReturnFalseIf(code);
        optimizer.WriteL2();
        if (optimizer.HoldsResults)
        {
            optimizer.WriteStep();
            ReturnFalseIf(code);
            optimizer.WriteHeld();
        }
        else
        {
            WriteWithCopies(code, optimizer);
        }

        code.Const(memory.Updates.Address);
        code.Const(memory.Updates.Address);
        code.Access(I64.Load);
        code.Const(1L);
        code.Emit(I64.Add);
        code.Access(I64.Store);
        code.SetDouble(
            memory.LossSum,
            () =>
            {
                code.Const(memory.LossSum.Address);
                code.Access(F64.Load);
                code.LocalGet(loss);
                code.Emit(F64.Add);
            }
        );
        code.Const(memory.Correct.Address);
        code.Const(memory.Correct.Address);
        code.Access(I32.Load);
        code.Const(memory.CorrectNow.Address);
        code.Access(I32.Load);
        code.Emit(I32.Add);
        code.Access(I32.Store);
        code.Const(1);
    }

    // More than fits locals: what was before is kept and comes back where the result isn't finite.
    private void WriteWithCopies(Code code, OptimizerWriter optimizer)
    {
        code.Copy(trained.Parameters, trained.ParametersBefore);
        code.Copy(trained.Slots, trained.SlotsBefore);
        optimizer.WriteStep();
        code.Begin(Opcode.If);
        code.Copy(trained.ParametersBefore, trained.Parameters);
        code.Copy(trained.SlotsBefore, trained.Slots);
        code.Const(0);
        code.Emit(Opcode.Return);
        code.End();
    }

    private static void ReturnFalseIf(Code code)
    {
        code.Begin(Opcode.If);
        code.Const(0);
        code.Emit(Opcode.Return);
        code.End();
    }
}
