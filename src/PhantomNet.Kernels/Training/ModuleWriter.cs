using PhantomNet.Kernels.Layers;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Training;

/// <summary>Puts the module together: a function for each thing that a layer does, and the few that the host calls.</summary>
internal sealed class ModuleWriter(NetworkPlan plan, MemoryPlan memory, IReadOnlyList<LayerKernel> kernels)
{
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
        foreach (LayerPlan layer in plan.Layers)
        {
            forward.Add(Layer($"{layer.Name}Forward", kernels[layer.Index].Forward));
            yield return forward[^1];
        }

        Function run = Calls("forward", forward);
        if (plan.Use == ModuleUse.Predicting)
        {
            new OneSamplePredictWriter(Module, plan, memory).Write(run);
            yield break;
        }

        Function gatherInputs = Gather("gatherInputs", plan.Input);
        new PredictWriter(Module, plan, memory).Write(gatherInputs, run);
        yield return run;
        if (!plan.Spec.IsTrainable && plan.Use == ModuleUse.Training)
        {
            yield break;
        }

        List<Function> group = [run, Layer("loss", writer => LossWriter.For(writer, plan, memory).Write())];
        foreach (Function backward in Backward())
        {
            group.Add(backward);
            yield return backward;
        }

        List<Function> gradients = [];
        foreach (LayerKernel kernel in kernels.Where(kernel => kernel.ParameterGradients is not null))
        {
            gradients.Add(Layer($"{kernel.Name}Gradients", kernel.ParameterGradients!));
            yield return gradients[^1];
        }

        int targetLength = plan.Spec.Loss.TargetLength(plan.Spec.Output.Length);
        Storage targets = new("targets", isPerGroup: false) { Address = memory.LaneTargets.Address };
        Function gatherTargets = Gather("gatherTargets", Tensor.Contiguous(targets, Shape.Vector(targetLength)));
        StepWriter steps = new(
            Module,
            plan,
            memory,
            gatherInputs,
            gatherTargets,
            Calls("group", group),
            Calls("gradients", gradients)
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
            steps.WriteTrain();
        }
    }

    private IEnumerable<Function> Backward()
    {
        foreach (LayerPlan layer in plan.Layers.Reverse().Where(layer => layer.Index >= plan.FirstTrained))
        {
            if (kernels[layer.Index].LaneGradients is { } write)
            {
                yield return Layer($"{layer.Name}LaneGradients", write);
            }

            if (layer.InputGradient is not null)
            {
                yield return Layer($"{layer.Name}InputGradient", kernels[layer.Index].InputGradient);
            }
        }
    }

    private Function Layer(string name, Action<Writer> write)
    {
        Function function = Module.AddFunction(name, [ValType.I32]);
        write(new Writer(function));
        return function;
    }

    // Hands its parameter, a group's arena, to one function after another.
    private Function Calls(string name, IEnumerable<Function> functions)
    {
        Function function = Module.AddFunction(name, [ValType.I32]);
        foreach (Function called in functions)
        {
            function.Code.LocalGet(0);
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
