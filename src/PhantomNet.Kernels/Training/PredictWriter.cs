using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Writes <c>predict(inputs, count, outputs)</c>: addresses of samples and of room for what the last layer says to them.</summary>
internal sealed class PredictWriter(Module module, NetworkPlan plan, MemoryPlan memory)
{
    private const int Inputs = 0; // parameters
    private const int Count = 1;
    private const int Outputs = 2;

    private readonly int _inputBytes = plan.Spec.Input.Length * sizeof(float);
    private readonly int _outputBytes = plan.Spec.Output.Length * sizeof(float);

    public void Write(Function prepare, Function gatherInputs, Function forward)
    {
        Function scatter = Scatter();
        Function predict = module.AddFunction("predict", [ValType.I32, ValType.I32, ValType.I32]);
        module.Export(predict);
        Writer writer = new(predict);
        Code code = predict.Code;
        int first = writer.NewPointer();
        code.Const(memory.IsTraining.Address);
        code.Const(0);
        code.Access(I32.Store);
        code.Call(prepare);
        code.Begin(Opcode.Block);
        code.Begin(Opcode.Loop);
        code.LocalGet(first);
        code.LocalGet(Count);
        code.Emit(I32.GeS);
        code.BrIf(1);
        code.Const(memory.FirstArena);
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            code.LocalGet(Inputs);
            LaneNumbers.WriteSample(writer, first, lane, Count);
            code.Const(_inputBytes);
            code.Emit(I32.Mul, I32.Add);
        }

        code.Call(gatherInputs);
        code.Const(memory.FirstArena);
        if (memory.GroupsAtOnce > 1)
        {
            code.Const(1);
        }

        code.Call(forward);
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            LaneNumbers.WriteSample(writer, first, lane, Count);
            code.LocalGet(first);
            code.Const(lane);
            code.Emit(I32.Add, I32.Eq);
            code.Begin(Opcode.If);
            code.Const(memory.FirstArena);
            code.Const(lane * sizeof(float));
            code.LocalGet(Outputs);
            LaneNumbers.WriteSample(writer, first, lane, Count);
            code.Const(_outputBytes);
            code.Emit(I32.Mul, I32.Add);
            code.Call(scatter);
            code.End();
        }

        writer.Advance(first, MemoryPlan.Lanes);
        code.Br(0);
        code.End();
        code.End();
    }

    // One sample's outputs, one after another. Parameters: arena, bytes to the lane, and where to.
    private Function Scatter()
    {
        Function function = module.AddFunction("scatter", [ValType.I32, ValType.I32, ValType.I32]);
        Writer writer = new(function);
        Code code = function.Code;
        writer.ForEach(
            plan.Output.Shape,
            places =>
            {
                code.LocalGet(2);
                code.LocalGet(places[0].Pointer);
                code.LocalGet(1);
                code.Emit(I32.Add);
                code.Access(F32.Load, places[0].Offset, 2);
                code.Access(F32.Store, 0, 2);
                writer.Advance(2, sizeof(float));
            },
            plan.Output
        );
        return function;
    }
}
