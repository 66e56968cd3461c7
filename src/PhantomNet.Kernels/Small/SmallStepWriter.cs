using PhantomNet.Kernels.Layers;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Training;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>A whole minibatch of a small network in one function.</summary>
internal sealed class SmallStepWriter(Module module, NetworkPlan network, MemoryPlan memory, SmallNetworkPlan plan)
{
    private const int Order = 0; // parameters
    private const int Count = 1;
    private const int Start = 2; // 0: with it an address is a register and a number, which a constant would not be

    /// <summary>
    /// <c>step(order, count)</c>: the address of the first sample's number, and how many samples there are. Returns whether the update
    /// was done. It is written in parts, between which the caller may rest; the last that is handed out is that function.
    /// </summary>
    public IEnumerable<Function> Write(ConstantTable constants, Function sum)
    {
        Function update = new UpdateWriter(module, network, memory, plan.Trained).Write(constants);
        Function minibatch = module.AddFunction("minibatch", [ValType.I32, ValType.I32, ValType.I32], ValType.I32);
        Writer writer = new(minibatch);
        writer.BeginConstants();
        new SmallGather(writer, memory, plan).Write(Order, Count, Start);
        foreach (SmallLayer layer in plan.Layers)
        {
            yield return minibatch;
            if (layer.Turned is not null)
            {
                new WeightMoves(writer).Turn(layer, Start);
            }

            Forward(writer, layer);
        }

        SmallLossWriter loss = new(writer, Start, plan);
        loss.WriteGradients(Count);
        // What the next thing waits for comes first, so that the rest can be done in the meantime.
        for (int i = plan.Layers.Count - 1; i >= 0; i--)
        {
            yield return minibatch;
            if (i > 0)
            {
                Back(writer, plan.Layers[i], plan.Layers[i - 1]);
                yield return minibatch;
            }

            Gradients(writer, plan.Layers[i]);
        }

        WriteUpdate(minibatch.Code, loss, update, sum);
        writer.EndConstants(constants);
        yield return Begun(minibatch);
    }

    private static void WriteUpdate(Code code, SmallLossWriter loss, Function update, Function sum)
    {
        loss.WriteCheck();
        code.Call(update);
        code.Begin(Opcode.If);
        loss.WriteAdd(Count, sum);
        code.Const(1);
        code.Emit(Opcode.Return);
        code.End();
        code.Const(0);
    }

    private Function Begun(Function minibatch)
    {
        Function step = module.AddFunction("step", [ValType.I32, ValType.I32], ValType.I32);
        step.Code.LocalGet(Order);
        step.Code.LocalGet(Count);
        step.Code.Const(0);
        step.Code.Call(minibatch);
        return step;
    }

    /// <summary>
    /// What comes before the first minibatch and after the last: parameters and slots are brought from the host's order into the
    /// plan's and back, and losses that are left are summed.
    /// </summary>
    public (Function Before, Function After) WriteEnds(Function sum)
    {
        Function before = module.AddFunction("before", []);
        Function after = module.AddFunction("after", []);
        (Writer to, Writer back) = (new Writer(before), new Writer(after));
        for (int part = -1; part < network.Settings.Optimizer.SlotsPerParameter; part++)
        {
            int host = part < 0 ? memory.Parameters.Address : memory.Slots.Address + (part * network.Spec.ParameterCount * 4);
            int here =
                part < 0 ? plan.Trained.Parameters.Address : plan.Trained.Slots.Address + (part * plan.Trained.Count * 4);
            Move(to, host, here, (moves, layer, from, target) => moves.Unpack(layer, from, target));
            Move(back, here, host, (moves, layer, from, target) => moves.Pack(layer, from, target));
        }

        plan.Losses.Clear(before.Code);
        before.Code.Set(plan.Losses.Samples, plan.Samples);
        after.Code.Call(sum);
        return (before, after);
    }

    private void Move(Writer writer, int from, int to, Action<WeightMoves, SmallLayer, int, int> move)
    {
        (int source, int target) = (writer.NewPointer(), writer.NewPointer());
        writer.Point(source, from);
        writer.Point(target, to);
        foreach (SmallLayer layer in plan.Layers)
        {
            move(new WeightMoves(writer), layer, source, target);
        }
    }

    private static void Forward(Writer writer, SmallLayer layer)
    {
        new Combination(writer, Start, layer.Input, layer.Output)
        {
            Biases = layer.Biases,
            LoadWeight = (row, vector) =>
            {
                if (layer.ForwardWeights is { } weights)
                {
                    writer.Load(Start, weights.Address + (row * weights.RowBytes) + (vector * Tensor.Element));
                }
                else
                {
                    writer.LoadSplat(Start, layer.Main.Address + (row * sizeof(float)));
                }
            },
            Finish = (sum, place) =>
                writer.Store(
                    place.Pointer,
                    layer.Output.Address + place.Offset,
                    () =>
                    {
                        writer.Code.LocalGet(sum);
                        ActivationKernel.Value(writer, layer.Function);
                    }
                ),
        }.Write();
    }

    private static void Back(Writer writer, SmallLayer layer, SmallLayer before)
    {
        WeightTable weights = layer.BackWeights!;
        new Combination(writer, Start, layer.Gradient, layer.Input)
        {
            Biases = null,
            LoadWeight = (row, vector) =>
                writer.Load(Start, weights.Address + (row * weights.RowBytes) + (vector * Tensor.Element)),
            Finish = (sum, place) =>
                writer.Store(
                    place.Pointer,
                    before.Gradient.Address + place.Offset,
                    () =>
                    {
                        writer.Code.LocalGet(sum);
                        Place value = new(place.Pointer, before.Output.Address + place.Offset);
                        ActivationKernel.TimesDerivative(writer, before.Function, value);
                    }
                ),
        }.Write();
    }

    private void Gradients(Writer writer, SmallLayer layer)
    {
        int distance = plan.Trained.Gradients.Address - plan.Trained.Parameters.Address;
        (NeuronArray lanes, NeuronArray rows) = layer.HasOutputLanes
            ? (layer.Gradient, layer.Input)
            : (layer.Input, layer.Gradient);
        new OuterProducts(writer, Start, lanes).Write(rows, layer.Main.Address + distance);
        new OuterProducts(writer, Start, layer.Gradient).WriteSums(layer.Biases.Address + distance);
    }
}
