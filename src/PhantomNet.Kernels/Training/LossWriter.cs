using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Losses;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>
/// The loss of a group: adds each lane's to a double, and writes ∂(mean loss)/∂outputs. Lanes without a sample count for nothing.
/// </summary>
/// <remarks>No difference from 1 is taken: what is nearly certain keeps the digits of what is left.</remarks>
internal abstract class LossWriter
{
    protected LossWriter(Writer writer, NetworkPlan plan, MemoryPlan memory)
    {
        Writer = writer;
        Plan = plan;
        Memory = memory;
        Mask = writer.NewVector();
        Zero = writer.NewPointer();
    }

    protected Writer Writer { get; }

    protected Code Code => Writer.Code;

    protected NetworkPlan Plan { get; }

    protected MemoryPlan Memory { get; }

    /// <summary>A local with all bits set in the lanes that hold a sample.</summary>
    protected int Mask { get; }

    /// <summary>A local that stays 0: to reach places by their address.</summary>
    protected int Zero { get; }

    public static LossWriter For(Writer writer, NetworkPlan plan, MemoryPlan memory) =>
        plan.Spec.Loss switch
        {
            Loss.BinaryCrossEntropy => new BinaryLossWriter(writer, plan, memory),
            Loss.SoftmaxCrossEntropy => new SoftmaxLossWriter(writer, plan, memory),
            Loss.MeanSquaredError => new SquaredErrorWriter(writer, plan, memory),
            _ => throw new ArgumentException($"The loss {plan.Spec.Loss} can't be compiled; the textbook engine has it."),
        };

    public void Write()
    {
        Writer.Load(Zero, Memory.LaneMask.Address);
        Code.LocalSet(Mask);
        WriteGradient();
    }

    /// <summary>Writes the gradient, and adds the losses.</summary>
    protected abstract void WriteGradient();

    /// <summary>What is on the stack, over the samples of the minibatch, 0 in lanes without one.</summary>
    protected void DivideByCount()
    {
        LoadCount();
        Code.Emit(F32.DemoteF64, F32x4.Splat, F32x4.Div);
        Code.LocalGet(Mask);
        Code.Emit(V128.And);
    }

    /// <summary>Leaves the number of samples of the minibatch, a double.</summary>
    protected void LoadCount()
    {
        Code.LocalGet(Zero);
        Code.Access(F64.Load, Memory.Scale.Address, 3);
    }

    /// <summary>Leaves two lanes of a vector as doubles.</summary>
    protected void Promote(int vector, bool isHigh)
    {
        Code.LocalGet(vector);
        if (isHigh)
        {
            Code.LocalGet(vector);
            Code.ShuffleWords(2, 3, 2, 3);
        }

        Code.Emit(F64x2.PromoteLowF32x4);
    }

    /// <summary>Adds two doubles of the low lanes and two of the high ones.</summary>
    protected void AddLosses(Action<bool> value)
    {
        foreach (bool isHigh in new[] { false, true })
        {
            int address = Memory.LossLanes.Address + (isHigh ? Tensor.Element : 0);
            Writer.Store(
                Zero,
                address,
                () =>
                {
                    value(isHigh);
                    Code.LocalGet(Mask);
                    Code.Emit(isHigh ? I64x2.ExtendHighI32x4S : I64x2.ExtendLowI32x4S);
                    Code.Emit(V128.And);
                    Writer.Load(Zero, address);
                    Code.Emit(F64x2.Add);
                }
            );
        }
    }
}
