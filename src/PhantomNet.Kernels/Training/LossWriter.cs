using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Losses;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Training;

/// <summary>
/// The loss of a group: adds each lane's to a double, and writes ∂(mean loss)/∂outputs. Lanes without a sample count for nothing.
/// </summary>
/// <remarks>
/// No difference from 1 is taken: what is nearly certain keeps the digits of what is left. What could overflow a float where the
/// textbook engine's doubles don't is computed in doubles.
/// </remarks>
internal sealed class LossWriter(Writer writer, NetworkPlan plan, MemoryPlan memory)
{
    private readonly Code _code = writer.Code;
    private readonly int _mask = writer.NewVector();
    private readonly int _zero = writer.NewPointer(); // stays 0: to reach places by their address

    public void Write()
    {
        writer.Load(_zero, memory.LaneMask.Address);
        _code.LocalSet(_mask);
        switch (plan.Spec.Loss)
        {
            case Loss.BinaryCrossEntropy:
                WriteBinary();
                break;
            case Loss.SoftmaxCrossEntropy:
                WriteSoftmax();
                break;
            case Loss.MeanSquaredError:
                WriteSquaredError();
                break;
            default:
                throw new ArgumentException($"The loss {plan.Spec.Loss} can't be compiled; the textbook engine has it.");
        }
    }

    // With s = z for class 0 and −z for class 1, the gradient is σ(s) for class 0 and −σ(s) for class 1.
    private void WriteBinary()
    {
        int z = writer.NewVector();
        int e = writer.NewVector();
        int sign = writer.NewVector();
        int target = writer.NewVector();
        int from = writer.NewPointer();
        int to = writer.NewPointer();
        writer.Point(from, plan.Output);
        writer.Point(to, plan.OutputGradient);
        writer.Load(from);
        _code.LocalTee(z);
        _code.Emit(F32x4.Abs, F32x4.Neg);
        Exponential.Write(writer);
        _code.LocalSet(e);
        writer.Load(_zero, memory.LaneTargets.Address);
        _code.LocalTee(target);
        _code.Splat(1);
        _code.Emit(F32x4.Eq);
        _code.Splat(-0.0f);
        _code.Emit(V128.And);
        _code.LocalSet(sign);
        writer.Store(
            to,
            0,
            () =>
            {
                _code.Splat(1);
                _code.LocalGet(e);
                _code.LocalGet(z);
                _code.LocalGet(sign);
                _code.Emit(V128.Xor);
                _code.Splat(0);
                _code.Emit(F32x4.Ge, V128.Bitselect);
                _code.Splat(1);
                _code.LocalGet(e);
                _code.Emit(F32x4.Add, F32x4.Div);
                _code.LocalGet(sign);
                _code.Emit(V128.Xor);
                DivideByCount();
            }
        );
        // max(z, 0) − t z + ln(1 + e)
        int loss = writer.NewVector();
        _code.LocalGet(z);
        _code.Splat(0);
        _code.Emit(F32x4.Pmax);
        _code.LocalGet(z);
        _code.LocalGet(target);
        _code.Emit(F32x4.Mul, F32x4.Sub);
        _code.Splat(1);
        _code.LocalGet(e);
        _code.Emit(F32x4.Add);
        Logarithm.Write(writer);
        _code.Emit(F32x4.Add);
        _code.LocalSet(loss);
        AddLosses(isHigh => Promote(loss, isHigh));
    }

    // e^(z − largest) for each output, first into the gradient's place; "rest" is the sum of all but the true class's.
    private void WriteSoftmax()
    {
        int largest = writer.NewVector();
        int sum = writer.NewVector();
        int rest = writer.NewVector();
        int trueLogit = writer.NewVector();
        int isTrue = writer.NewVector();
        int e = writer.NewVector();
        int target = writer.NewVector();
        int label = writer.NewVector();
        writer.Load(_zero, memory.LaneTargets.Address);
        _code.LocalSet(target);
        _code.Splat(float.NegativeInfinity);
        _code.LocalSet(largest);
        writer.ForEach(
            plan.Output.Shape,
            places =>
            {
                writer.Load(places[0]);
                _code.LocalGet(largest);
                _code.Emit(F32x4.Max);
                _code.LocalSet(largest);
            },
            plan.Output
        );
        writer.ForEach(
            plan.Output.Shape,
            places =>
            {
                MarkTrue(label, target, isTrue);
                writer.Load(places[0]);
                _code.LocalGet(largest);
                _code.Emit(F32x4.Sub);
                Exponential.Write(writer);
                _code.LocalSet(e);
                writer.Store(places[1], () => _code.LocalGet(e));
                AddTo(sum, () => _code.LocalGet(e));
                AddTo(
                    rest,
                    () =>
                    {
                        _code.LocalGet(e);
                        _code.LocalGet(isTrue);
                        _code.Emit(V128.Andnot);
                    }
                );
                writer.Load(places[0]);
                _code.LocalGet(trueLogit);
                _code.LocalGet(isTrue);
                _code.Emit(V128.Bitselect);
                _code.LocalSet(trueLogit);
            },
            plan.Output,
            plan.OutputGradient
        );
        _code.Splat(0);
        _code.LocalSet(label);
        writer.ForEach(
            plan.Output.Shape,
            places =>
            {
                MarkTrue(label, target, isTrue);
                writer.Store(
                    places[0],
                    () =>
                    {
                        _code.LocalGet(rest);
                        _code.Emit(F32x4.Neg);
                        writer.Load(places[0]);
                        _code.LocalGet(isTrue);
                        _code.Emit(V128.Bitselect);
                        _code.LocalGet(sum);
                        _code.Emit(F32x4.Div);
                        DivideByCount();
                    }
                );
            },
            plan.OutputGradient
        );
        int logarithm = writer.NewVector();
        _code.LocalGet(sum);
        Logarithm.Write(writer);
        _code.LocalSet(logarithm);
        AddLosses(isHigh =>
        {
            Promote(largest, isHigh);
            Promote(trueLogit, isHigh);
            _code.Emit(F64x2.Sub);
            Promote(logarithm, isHigh);
            _code.Emit(F64x2.Add);
        });
    }

    // The mean over outputs of (y − t)², and 2 (y − t) / (outputs × samples).
    private void WriteSquaredError()
    {
        int outputs = plan.Output.Shape.Length;
        int y = writer.NewVector();
        int target = writer.NewVector();
        int difference = writer.NewVector();
        int half = writer.NewVector();
        int[] sums = writer.NewVectors(2);
        int targets = writer.NewPointer();
        writer.Point(targets, memory.LaneTargets.Address);
        writer.ForEach(
            plan.Output.Shape,
            places =>
            {
                writer.Load(places[0]);
                _code.LocalSet(y);
                writer.Load(targets);
                _code.LocalSet(target);
                writer.Advance(targets, Tensor.Element);
                for (int part = 0; part < 2; part++)
                {
                    Promote(y, part == 1);
                    Promote(target, part == 1);
                    _code.Emit(F64x2.Sub);
                    _code.LocalTee(difference);
                    _code.LocalGet(difference);
                    _code.Emit(F64x2.Mul);
                    _code.LocalGet(sums[part]);
                    _code.Emit(F64x2.Add);
                    _code.LocalSet(sums[part]);
                    _code.LocalGet(difference);
                    _code.LocalGet(difference);
                    _code.Emit(F64x2.Add);
                    LoadCount();
                    _code.Const((double)outputs);
                    _code.Emit(F64.Mul);
                    _code.Emit(F64x2.Splat, F64x2.Div, F32x4.DemoteF64x2Zero);
                    if (part == 0)
                    {
                        _code.LocalSet(half);
                    }
                }

                _code.LocalSet(y);
                writer.Store(
                    places[1],
                    () =>
                    {
                        _code.LocalGet(half);
                        _code.LocalGet(y);
                        _code.ShuffleWords(0, 1, 4, 5);
                        _code.LocalGet(_mask);
                        _code.Emit(V128.And);
                    }
                );
            },
            plan.Output,
            plan.OutputGradient
        );
        AddLosses(isHigh =>
        {
            _code.LocalGet(sums[isHigh ? 1 : 0]);
            _code.Const((double)outputs);
            _code.Emit(F64x2.Splat, F64x2.Div);
        });
    }

    // Whether the output with this number is each lane's true class; counts the number up.
    private void MarkTrue(int label, int target, int isTrue)
    {
        _code.LocalGet(label);
        _code.LocalGet(target);
        _code.Emit(F32x4.Eq);
        _code.LocalSet(isTrue);
        AddTo(label, () => _code.Splat(1));
    }

    private void AddTo(int sum, Action value)
    {
        _code.LocalGet(sum);
        value();
        _code.Emit(F32x4.Add);
        _code.LocalSet(sum);
    }

    // What is on the stack, over the samples of the minibatch, 0 in lanes without one.
    private void DivideByCount()
    {
        LoadCount();
        _code.Emit(F32.DemoteF64, F32x4.Splat, F32x4.Div);
        _code.LocalGet(_mask);
        _code.Emit(V128.And);
    }

    private void LoadCount()
    {
        _code.LocalGet(_zero);
        _code.Access(F64.Load, memory.Scale.Address, 3);
    }

    private void Promote(int vector, bool isHigh)
    {
        _code.LocalGet(vector);
        if (isHigh)
        {
            _code.LocalGet(vector);
            _code.ShuffleWords(2, 3, 2, 3);
        }

        _code.Emit(F64x2.PromoteLowF32x4);
    }

    // Adds two doubles of the low lanes and two of the high ones.
    private void AddLosses(Action<bool> value)
    {
        foreach (bool isHigh in new[] { false, true })
        {
            int address = memory.LossLanes.Address + (isHigh ? Tensor.Element : 0);
            writer.Store(
                _zero,
                address,
                () =>
                {
                    value(isHigh);
                    _code.LocalGet(_mask);
                    _code.Emit(isHigh ? I64x2.ExtendHighI32x4S : I64x2.ExtendLowI32x4S);
                    _code.Emit(V128.And);
                    writer.Load(_zero, address);
                    _code.Emit(F64x2.Add);
                }
            );
        }
    }
}
