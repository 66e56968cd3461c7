using PhantomNet.Kernels.Layers;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Small;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Training;

/// <summary>Puts the module together: a function for each thing that a layer does, and the few that the host calls.</summary>
internal sealed class ModuleWriter(NetworkPlan plan, MemoryPlan memory, IReadOnlyList<LayerKernel> kernels)
{
    private readonly ConstantTable _constants = new(memory.Constants);

    /// <summary>What has been written.</summary>
    public Module Module { get; } = new() { Memory = new MemoryLimits(memory.Pages, memory.Pages) };

    /// <summary>
    /// Writes function after function and hands out each: between two of them the caller may rest, as a page does whose thread has
    /// other things to do.
    /// </summary>
    public IEnumerable<Function> Write()
    {
        Module.Export("memory", ExportKind.Memory, 0);
        List<Function> forward = [];
        foreach (Function function in Pass("forward", Forward()))
        {
            forward.Add(function);
            yield return function;
        }

        Function run = forward[^1];
        if (plan.Use == ModuleUse.Predicting)
        {
            new OneSamplePredictWriter(Module, plan, memory).Write(run);
            yield break;
        }

        Function gatherInputs = Gather("gatherInputs", plan.Input);
        Function prepareForward = Prepare("prepareForward", kernel => kernel.PrepareForward);
        yield return prepareForward;
        new PredictWriter(Module, plan, memory).Write(prepareForward, gatherInputs, run);
        yield return run;
        if (!plan.Spec.IsTrainable && plan.Use == ModuleUse.Training)
        {
            _constants.WriteTo(Module);
            yield break;
        }

        if (memory.Small is { } small)
        {
            SmallStepWriter writer = new(Module, plan, memory, small);
            Function sum = small.Losses.WriteSum(Module, memory);
            (Function before, Function after) = writer.WriteEnds(sum);
            yield return after;
            Function? step = null;
            foreach (Function part in writer.Write(_constants, sum))
            {
                step = part;
                yield return step;
            }

            new TrainWriter(Module, memory).Write(step!, before, after);
            _constants.WriteTo(Module);
            yield break;
        }

        List<Function> back = [];
        foreach (Function function in Pass("back", Back()))
        {
            back.Add(function);
            yield return function;
        }

        List<Function> gradients = [];
        foreach (LayerKernel kernel in kernels.Where(kernel => kernel.ParameterGradients is not null))
        {
            gradients.Add(OfGroups($"{kernel.Name}Gradients", kernel.ParameterGradients!));
            yield return gradients[^1];
        }

        Function prepareBack = Prepare("prepareBack", kernel => kernel.PrepareBack);
        yield return prepareBack;
        int targetLength = plan.Spec.Loss.TargetLength(plan.Spec.Output.Length);
        Function gatherTargets = Gather("gatherTargets", Tensor.Contiguous(memory.LaneTargets, Shape.Vector(targetLength)));
        StepWriter steps = new(
            Module,
            plan,
            memory,
            [prepareForward, prepareBack],
            gatherInputs,
            gatherTargets,
            Calls("group", [run, back[^1]], GroupParameters),
            Calls("gradients", gradients, parameters: 1)
        );
        if (plan.Settings.ClassWeights is { } weights)
        {
            ClassWeightWriter.WriteTable(Module, weights, memory);
        }

        yield return gatherTargets;
        if (plan.Use == ModuleUse.Looking)
        {
            steps.WriteLook();
        }
        else
        {
            new TrainWriter(Module, memory).Write(steps.WriteStep(_constants));
        }

        _constants.WriteTo(Module);
    }

    // A group's arena, and where several go through together how many they are.
    private int GroupParameters => memory.GroupsAtOnce == 1 ? 1 : 2;

    private IEnumerable<(string Name, Action<Writer> Write)> Forward() =>
        plan.Layers.Select(layer => ($"{layer.Name}Forward", (Action<Writer>)kernels[layer.Index].Forward));

    private IEnumerable<(string Name, Action<Writer> Write)> Back()
    {
        yield return ("loss", writer => LossWriter.For(writer, plan, memory).Write());
        foreach (LayerPlan layer in plan.Layers.Reverse().Where(layer => layer.Index >= plan.FirstTrained))
        {
            if (kernels[layer.Index].LaneGradients is { } write)
            {
                yield return ($"{layer.Name}LaneGradients", write);
            }

            if (layer.InputGradient is not null)
            {
                yield return ($"{layer.Name}InputGradient", kernels[layer.Index].InputGradient);
            }
        }
    }

    // Functions of which the last one does all these things.
    private IEnumerable<Function> Pass(string name, IEnumerable<(string Name, Action<Writer> Write)> parts)
    {
        if (memory.GroupsAtOnce > 1)
        {
            yield return Together(name, parts);
            yield break;
        }

        List<Function> functions = [];
        foreach ((string part, Action<Writer> write) in parts)
        {
            functions.Add(OfGroups(part, write));
            yield return functions[^1];
        }

        yield return Calls(name, functions, GroupParameters);
    }

    // One function for a small network, which would spend its time on calls: each part is a loop over the groups.
    private Function Together(string name, IEnumerable<(string Name, Action<Writer> Write)> parts)
    {
        const int groups = 1;
        Function function = Module.AddFunction(name, [ValType.I32, ValType.I32]);
        Writer writer = new(function);
        int first = writer.NewPointer();
        int left = writer.NewPointer();
        writer.Copy(Writer.Arena, first);
        writer.BeginConstants();
        foreach ((_, Action<Writer> write) in parts)
        {
            writer.Copy(first, Writer.Arena);
            writer.Copy(groups, left);
            writer.RepeatLocal(
                left,
                () =>
                {
                    write(writer);
                    writer.Advance(Writer.Arena, memory.ArenaBytes);
                }
            );
        }

        writer.EndConstants(_constants);
        return function;
    }

    // What is made of the parameters before samples go through.
    private Function Prepare(string name, Func<LayerKernel, Action<Writer>?> part)
    {
        Function function = Module.AddFunction(name, []);
        foreach (Action<Writer> write in kernels.Select(part).OfType<Action<Writer>>())
        {
            write(new Writer(function));
        }

        return function;
    }

    private Function OfGroups(string name, Action<Writer> write)
    {
        Function function = Module.AddFunction(name, [ValType.I32]);
        write(new Writer(function));
        return function;
    }

    // Hands its parameters to one function after another.
    private Function Calls(string name, IEnumerable<Function> functions, int parameters)
    {
        Function function = Module.AddFunction(name, [.. Enumerable.Repeat(ValType.I32, parameters)]);
        foreach (Function called in functions)
        {
            for (int i = 0; i < parameters; i++)
            {
                function.Code.LocalGet(i);
            }

            function.Code.Call(called);
        }

        return function;
    }

    // Parameters: the arena, and the addresses of four samples.
    private Function Gather(string name, Tensor to)
    {
        Function function = Module.AddFunction(name, [ValType.I32, ValType.I32, ValType.I32, ValType.I32, ValType.I32]);
        new GatherWriter(new Writer(function)).Write([1, 2, 3, 4], to);
        return function;
    }
}
