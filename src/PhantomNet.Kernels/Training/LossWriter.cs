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
    private readonly int? _share; // of the mean that each lane's loss has, as a float; null where it is 1 over the samples
    private readonly int _weight;

    protected LossWriter(Writer writer, NetworkPlan plan, MemoryPlan memory)
    {
        Writer = writer;
        Plan = plan;
        Memory = memory;
        Mask = writer.NewVector();
        Zero = writer.NewPointer();
        Target = writer.NewVector();
        _share = plan.Settings.ClassWeights is null ? null : writer.NewVector();
        _weight = plan.Settings.ClassWeights is null ? 0 : writer.NewVector();
    }

    protected Writer Writer { get; }

    protected Code Code => Writer.Code;

    protected NetworkPlan Plan { get; }

    protected MemoryPlan Memory { get; }

    /// <summary>A local with all bits set in the lanes that hold a sample.</summary>
    protected int Mask { get; }

    /// <summary>A local with the first target of each lane: its class, where there are classes.</summary>
    protected int Target { get; }

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
        Writer.Load(Writing.Writer.Arena, Memory.LaneMask.Address);
        Code.LocalSet(Mask);
        Writer.Load(Writing.Writer.Arena, Memory.LaneTargets.Address);
        Code.LocalSet(Target);
        if (_share is { } share)
        {
            WriteShares(share);
        }

        WriteGradient();
    }

    /// <summary>Writes the gradient, and adds the losses.</summary>
    protected abstract void WriteGradient();

    /// <summary>What is on the stack, times the share that each lane has in the mean, 0 in lanes without a sample.</summary>
    protected void TakeShare()
    {
        if (_share is { } share)
        {
            Code.LocalGet(share);
            Code.Emit(F32x4.Mul);
        }
        else
        {
            LoadCount();
            Code.Emit(F32.DemoteF64, F32x4.Splat, F32x4.Div);
        }

        Code.LocalGet(Mask);
        Code.Emit(V128.And);
    }

    /// <summary>Counts the lanes with a sample but those in which the vector that <paramref name="isWrong"/> leaves has all bits set.</summary>
    protected void CountCorrect(Action isWrong)
    {
        Code.LocalGet(Zero);
        Code.LocalGet(Zero);
        Code.Access(I32.Load, Memory.CorrectNow.Address, 2);
        Code.LocalGet(Mask);
        isWrong();
        Code.Emit(V128.Andnot, I32x4.Bitmask, I32.Popcnt, I32.Add);
        Code.Access(I32.Store, Memory.CorrectNow.Address, 2);
    }

    /// <summary>Leaves what the losses of the minibatch are divided by, a double: the number of its samples.</summary>
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

    /// <summary>Adds two doubles of the low lanes and two of the high ones; of lanes with a sample, unless others are 0 already.</summary>
    protected void AddLosses(Action<bool> value, bool isMasked = false)
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
                    if (_share is not null)
                    {
                        Promote(_weight, isHigh);
                        Code.Emit(F64x2.Mul);
                    }

                    if (!isMasked)
                    {
                        Code.LocalGet(Mask);
                        Code.Emit(isHigh ? I64x2.ExtendHighI32x4S : I64x2.ExtendLowI32x4S);
                        Code.Emit(V128.And);
                    }

                    Writer.Load(Zero, address);
                    Code.Emit(F64x2.Add);
                }
            );
        }
    }

    // The weight of each lane's class over the sum of all, divided in doubles: neither needs to fit the other as a float.
    private void WriteShares(int share)
    {
        ClassWeightWriter.WriteLanes(Writer, Memory, Target, _weight);
        foreach (bool isHigh in new[] { false, true })
        {
            Promote(_weight, isHigh);
            LoadCount();
            Code.Emit(F64x2.Splat, F64x2.Div, F32x4.DemoteF64x2Zero);
        }

        Code.ShuffleWords(0, 1, 4, 5);
        Code.LocalSet(share);
    }
}
