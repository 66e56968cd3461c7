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
    private readonly Module _module = new() { Memory = new MemoryLimits(memory.Pages, memory.Pages) };

    public Module Write()
    {
        _module.Export("memory", ExportKind.Memory, 0);
        Function gatherInputs = Gather("gatherInputs", plan.Input);
        int targetLength = plan.Spec.Loss.TargetLength(plan.Spec.Output.Length);
        Function[] forward = [.. plan.Layers.Select(layer => Layer($"{layer.Name}Forward", kernels[layer.Index].Forward))];
        Function run = Calls("forward", forward);
        new PredictWriter(_module, plan, memory).Write(gatherInputs, run);
        if (!plan.Spec.IsTrainable && plan.Use == ModuleUse.Training)
        {
            return _module;
        }

        Storage targets = new("targets", isPerGroup: false) { Address = memory.LaneTargets.Address };
        Function gatherTargets = Gather("gatherTargets", Tensor.Contiguous(targets, Shape.Vector(targetLength)));
        Function group = Calls("group", [run, Layer("loss", WriteLoss), .. Backward()]);
        Function gradients = Layer(
            "gradients",
            writer =>
            {
                foreach (LayerKernel kernel in kernels)
                {
                    if (kernel.ParameterGradients is { } write)
                    {
                        writer.Code.LocalGet(0);
                        writer.Code.Call(Layer($"{kernel.Name}Gradients", write));
                    }
                }
            }
        );
        StepWriter steps = new(_module, plan, memory, gatherInputs, gatherTargets, group, gradients);
        if (plan.Use == ModuleUse.Looking)
        {
            steps.WriteLook();
        }
        else
        {
            steps.WriteTrain();
        }

        return _module;

        void WriteLoss(Writer writer) => LossWriter.For(writer, plan, memory).Write();
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
        Function function = _module.AddFunction(name, [ValType.I32]);
        write(new Writer(function));
        return function;
    }

    // Hands its parameter, a group's arena, to one function after another.
    private Function Calls(string name, IEnumerable<Function> functions)
    {
        Function[] all = [.. functions];
        Function function = _module.AddFunction(name, [ValType.I32]);
        foreach (Function called in all)
        {
            function.Code.LocalGet(0);
            function.Code.Call(called);
        }

        return function;
    }

    // Parameters: the arena, and the addresses of four samples.
    private Function Gather(string name, Tensor to)
    {
        Function function = _module.AddFunction(name, [ValType.I32, ValType.I32, ValType.I32, ValType.I32, ValType.I32]);
        new GatherWriter(new Writer(function)).Write([1, 2, 3, 4], to);
        return function;
    }
}
