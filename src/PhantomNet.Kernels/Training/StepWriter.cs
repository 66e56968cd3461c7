using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Losses;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>Writes what goes through minibatches, a group of four samples after another.</summary>
internal sealed class StepWriter(
    Module module,
    NetworkPlan plan,
    MemoryPlan memory,
    IReadOnlyList<Function> preparations,
    Function gatherInputs,
    Function gatherTargets,
    Function group,
    Function gradients
)
{
    private readonly int _inputBytes = plan.Spec.Input.Length * sizeof(float);
    private readonly int _targetBytes = plan.Spec.Loss.TargetLength(plan.Spec.Output.Length) * sizeof(float);

    /// <summary>
    /// <c>look(count)</c>: up to four staged samples forward and backward as part of a batch whose losses are divided by the scale
    /// that lies in the memory. Nothing is updated. The losses' part of the mean is in the place of their sum.
    /// </summary>
    public void WriteLook()
    {
        Function look = module.AddFunction("look", [ValType.I32]);
        module.Export(look);
        Writer writer = new(look);
        Code code = look.Code;
        int first = writer.NewPointer(); // stays 0
        int arena = writer.NewPointer();
        code.Set(memory.IsTraining, 0);
        Begin(code);
        writer.Point(arena, memory.FirstArena);
        Gather(
            writer,
            first,
            count: 0,
            arena,
            lane => LaneNumbers.WriteSample(writer, first, lane, 0),
            memory.StagedInputs,
            memory.StagedTargets
        );
        RunGroups(code, arena, () => code.Const(1));
        code.Const(1);
        code.Call(gradients);
        code.SetDouble(memory.LossSum, () => MeanLoss(writer));
    }

    /// <summary>
    /// <c>step(order, count)</c>: the address of the first sample's number, and how many samples there are. Returns whether the update
    /// was done.
    /// </summary>
    public Function WriteStep(ConstantTable constants)
    {
        const int order = 0;
        const int count = 1;
        Function update = new UpdateWriter(module, plan, memory, memory.Trained).Write(constants);
        Function? totalWeight = plan.Settings.ClassWeights is null ? null : ClassWeightWriter.WriteTotal(module, memory);
        Function step = module.AddFunction("step", [ValType.I32, ValType.I32], ValType.I32);
        Writer writer = new(step);
        Code code = step.Code;
        int first = writer.NewPointer();
        int arena = writer.NewPointer();
        code.SetDouble(memory.Scale, Total);
        Begin(code);
        writer.Point(arena, memory.FirstArena);
        code.Begin(Opcode.Loop);
        Gather(
            writer,
            first,
            count,
            arena,
            lane =>
            {
                code.LocalGet(order);
                LaneNumbers.WriteSample(writer, first, lane, count);
                code.Const(sizeof(int));
                code.Emit(I32.Mul, I32.Add);
                code.Access(I32.Load);
            },
            memory.Inputs,
            memory.Targets
        );
        if (memory.GroupsAtOnce == 1)
        {
            RunGroups(code, arena, Groups);
        }

        writer.Advance(arena, memory.ArenaBytes);
        writer.Advance(first, MemoryPlan.Lanes);
        code.LocalGet(first);
        code.LocalGet(count);
        code.Emit(I32.LtS);
        code.BrIf(0);
        code.End();
        if (memory.GroupsAtOnce > 1)
        {
            writer.Point(arena, memory.FirstArena);
            RunGroups(code, arena, Groups);
        }

        Groups();
        code.Call(gradients);
        MeanLoss(writer);
        code.Call(update);
        return step;

        void Groups()
        {
            code.LocalGet(count);
            code.Const(MemoryPlan.Lanes - 1);
            code.Emit(I32.Add);
            code.Const(2);
            code.Emit(I32.ShrU);
        }

        void Total()
        {
            if (totalWeight is not null)
            {
                code.LocalGet(order);
                code.LocalGet(count);
                code.Call(totalWeight);
            }
            else
            {
                code.LocalGet(count);
                code.Emit(F64.ConvertI32S);
            }
        }
    }

    // No losses and no gradients yet, and all that depends on the parameters.
    private void Begin(Code code)
    {
        foreach (Function prepare in preparations)
        {
            code.Call(prepare);
        }

        code.Set(memory.CorrectNow, 0);
        code.Clear(memory.LossLanes);
        code.Clear(memory.LaneGradients);
    }

    private void Gather(Writer writer, int first, int count, int arena, Action<int> sample, Region inputs, Region targets)
    {
        Code code = writer.Code;
        code.LocalGet(arena);
        code.LocalGet(first);
        code.Access(I32.Store, memory.FirstSample.Address, 2);
        writer.Store(arena, memory.LaneMask.Address, () => LaneNumbers.WriteMask(writer, first, count));
        int[] samples = [.. Enumerable.Range(0, MemoryPlan.Lanes).Select(_ => writer.NewPointer())];
        foreach (int lane in Enumerable.Range(0, MemoryPlan.Lanes))
        {
            sample(lane);
            code.LocalSet(samples[lane]);
        }

        Take(gatherInputs, inputs, _inputBytes);
        Take(gatherTargets, targets, _targetBytes);

        void Take(Function gather, Region from, int bytes)
        {
            code.LocalGet(arena);
            foreach (int local in samples)
            {
                code.Const(from.Address);
                code.LocalGet(local);
                code.Const(bytes);
                code.Emit(I32.Mul, I32.Add);
            }

            code.Call(gather);
        }
    }

    // The group whose arena that is, or as many from there on.
    private void RunGroups(Code code, int arena, Action count)
    {
        code.LocalGet(arena);
        if (memory.GroupsAtOnce > 1)
        {
            count();
        }

        code.Call(group);
    }

    private void MeanLoss(Writer writer)
    {
        Code code = writer.Code;
        for (int lane = 0; lane < MemoryPlan.Lanes; lane++)
        {
            code.Const(memory.LossLanes.Address);
            code.Access(F64.Load, lane * sizeof(double));
            if (lane > 0)
            {
                code.Emit(F64.Add);
            }
        }

        code.Const(memory.Scale.Address);
        code.Access(F64.Load);
        code.Emit(F64.Div);
    }
}
