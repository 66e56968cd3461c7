using System.Runtime.InteropServices;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Training;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>The weights of classes: a table in the memory, and what reads it. Targets are classes, within their range.</summary>
internal static class ClassWeightWriter
{
    private const int FloatShift = 2; // a float is 2² bytes

    /// <summary>Puts the table into the memory.</summary>
    public static void WriteTable(Module module, ClassWeights given, MemoryPlan memory)
    {
        float[] weights = [.. Enumerable.Range(0, given.Count).Select(label => given[label])];
        module.AddData(memory.ClassWeights.Address, MemoryMarshal.AsBytes(weights.AsSpan()).ToArray());
    }

    /// <summary>Writes a function that sums the weights of a minibatch: of the address of its first sample's number, and its count.</summary>
    public static Function WriteTotal(Module module, MemoryPlan memory)
    {
        const int order = 0;
        const int count = 1;
        Function function = module.AddFunction("totalWeight", [ValType.I32, ValType.I32], ValType.F64);
        Writer writer = new(function);
        Code code = function.Code;
        int total = function.AddLocal(ValType.F64);
        writer.RepeatLocal(
            count,
            () =>
            {
                code.LocalGet(total);
                code.LocalGet(order);
                code.Access(I32.Load);
                code.Const(FloatShift);
                code.Emit(I32.Shl);
                code.Access(F32.Load, memory.Targets.Address);
                code.Emit(I32.TruncSatF32S);
                code.Const(FloatShift);
                code.Emit(I32.Shl);
                code.Access(F32.Load, memory.ClassWeights.Address);
                code.Emit(F64.PromoteF32, F64.Add);
                code.LocalSet(total);
                writer.Advance(order, sizeof(int));
            }
        );
        code.LocalGet(total);
        return function;
    }

    /// <summary>Sets a local to the weights of the four classes in another.</summary>
    public static void WriteLanes(Writer writer, MemoryPlan memory, int targets, int weights)
    {
        Code code = writer.Code;
        int offsets = writer.NewVector();
        code.LocalGet(targets);
        code.Emit(I32x4.TruncSatF32x4S);
        code.Const(FloatShift);
        code.Emit(I32x4.Shl);
        code.LocalSet(offsets);
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            code.LocalGet(offsets);
            code.Lane(I32x4.ExtractLane, lane);
            code.LocalGet(weights);
            code.AccessLane(V128.Load32Lane, lane, memory.ClassWeights.Address, 2);
            code.LocalSet(weights);
        }
    }
}
