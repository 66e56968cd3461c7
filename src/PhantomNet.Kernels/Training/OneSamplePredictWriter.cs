using PhantomNet.Kernels.Layers.OneSample;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Writes <c>predict(inputs, count, outputs)</c> of a module for predicting: one sample after another.</summary>
internal sealed class OneSamplePredictWriter(Module module, NetworkPlan plan, MemoryPlan memory)
{
    private const int Inputs = 0; // parameters
    private const int Count = 1;
    private const int Outputs = 2;

    public void Write(Function forward)
    {
        Function take = Copy("takeInputs", parameterIsSource: true, plan.Input);
        Function give = Copy("giveOutputs", parameterIsSource: false, plan.Output);
        Function predict = module.AddFunction("predict", [ValType.I32, ValType.I32, ValType.I32]);
        module.Export(predict);
        Writer writer = new(predict);
        Code code = predict.Code;
        code.Begin(Opcode.Block);
        code.LocalGet(Count);
        code.Const(1);
        code.Emit(I32.LtS);
        code.BrIf(0);
        writer.RepeatLocal(
            Count,
            () =>
            {
                code.LocalGet(Inputs);
                code.Call(take);
                code.Const(memory.FirstArena);
                code.Call(forward);
                code.LocalGet(Outputs);
                code.Call(give);
                writer.Advance(Inputs, plan.Spec.Input.Length * sizeof(float));
                writer.Advance(Outputs, plan.Spec.Output.Length * sizeof(float));
            }
        );
        code.End();
    }

    // Between the numbers at an address, one after another, and a tensor.
    private Function Copy(string name, bool parameterIsSource, Tensor tensor)
    {
        Function function = module.AddFunction(name, [ValType.I32]);
        Writer writer = new(function);
        int pointer = writer.NewPointer();
        writer.Point(pointer, tensor);
        Storage outside = new("outside", isPerGroup: false);
        Tensor plain = Tensor.Bordered(outside, tensor.Shape, 0, 1, tensor.Shape.Height, tensor.Shape.Width, Tensor.Single);
        (int, Tensor) there = (0, plain);
        (int, Tensor) here = (pointer, tensor);
        RowWriter.Map(writer, tensor.Shape, parameterIsSource ? there : here, parameterIsSource ? here : there, function: null);
        return function;
    }
}
