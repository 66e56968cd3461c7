using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Training;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// Cross-entropy of one logit for a whole minibatch, four samples in each vector: max(z, 0) − t z + ln(1 + e) with e = exp(−|z|).
/// A lane's product of all 1 + e is kept in place of their logarithms, and sums of the rest: see <see cref="SmallLosses"/>.
/// </summary>
internal sealed class SmallLossWriter(Writer writer, int start, SmallNetworkPlan plan)
{
    private readonly Code _code = writer.Code;
    private readonly int _mask = writer.NewVector(); // all bits set in lanes that hold a sample
    private readonly int _z = writer.NewVector();
    private readonly int _e = writer.NewVector();
    private readonly int _above = writer.NewVector(); // 1 + e
    private readonly int _target = writer.NewVector();
    private readonly int _isOne = writer.NewVector(); // all bits set where the class is 1
    private readonly int _right = writer.NewVector(); // i32: less one for each right answer of a lane
    private readonly int _sign = writer.NewVector(); // the sign bit where the class is 1
    private readonly int _product = writer.NewVector();
    private readonly int _linear = writer.NewVector();

    /// <summary>Writes ∂(mean loss)/∂logit. The local holds how many samples there are.</summary>
    public void WriteGradients(int count)
    {
        int share = writer.NewVector();
        writer.Constant(1);
        _code.LocalGet(count);
        _code.Emit(F32.ConvertI32S, F32x4.Splat, F32x4.Div);
        _code.LocalSet(share);
        writer.Constant(1);
        _code.LocalSet(_product);
        writer.Clear(_linear, _right);
        for (int group = 0; group < plan.Targets.Units; group++)
        {
            Group(group, count, share);
        }
    }

    /// <summary>Leaves 0, a double, where the loss is a finite number, and NaN where it isn't.</summary>
    public void WriteCheck()
    {
        int sum = writer.NewVector();
        _code.Const(double.NaN);
        _code.Const(0.0);
        _code.LocalGet(_product);
        _code.LocalGet(_linear);
        _code.Emit(F32x4.Add);
        _code.LocalTee(sum);
        _code.LocalGet(sum);
        _code.Emit(F32x4.Sub);
        writer.Constant(0);
        _code.Emit(F32x4.Ne, V128.AnyTrue, Opcode.Select);
    }

    /// <summary>Adds the minibatch to those whose losses are still to be summed, which is done now and then.</summary>
    public void WriteAdd(int count, Function sum)
    {
        SumWhere(
            sum,
            () =>
            {
                _code.LocalGet(start);
                _code.Access(I32.Load, plan.Losses.Samples.Address, 2);
                _code.LocalGet(count);
                _code.Emit(I32.Ne);
            }
        );
        Add(plan.Losses.Products, _product, F32x4.Mul);
        Add(plan.Losses.Linear, _linear, F32x4.Add);
        Add(plan.Losses.Right, _right, I32x4.Add);
        Set(plan.Losses.Samples, () => _code.LocalGet(count));
        Set(
            plan.Losses.Minibatches,
            () =>
            {
                _code.LocalGet(start);
                _code.Access(I32.Load, plan.Losses.Minibatches.Address, 2);
                _code.Const(1);
                _code.Emit(I32.Add);
            }
        );
        SumWhere(
            sum,
            () =>
            {
                _code.LocalGet(start);
                _code.Access(I32.Load, plan.Losses.Minibatches.Address, 2);
                _code.Const(SmallLosses.MostMinibatches(plan.Targets.Units));
                _code.Emit(I32.GeS);
            }
        );
    }

    private void SumWhere(Function sum, Action condition)
    {
        condition();
        _code.Begin(Opcode.If);
        _code.Call(sum);
        _code.End();
    }

    private void Add(Region region, int local, Opcode operation) =>
        writer.Store(
            start,
            region.Address,
            () =>
            {
                writer.Load(start, region.Address);
                _code.LocalGet(local);
                _code.Emit(operation);
            }
        );

    private void Set(Region region, Action value)
    {
        _code.LocalGet(start);
        value();
        _code.Access(I32.Store, region.Address, 2);
    }

    private void Group(int group, int count, int share)
    {
        SmallLayer last = plan.Layers[^1];
        int offset = group * Tensor.Element;
        LaneNumbers.WriteMaskFrom(writer, group * MemoryPlan.Lanes, count);
        _code.LocalSet(_mask);
        writer.Load(start, last.Output.Address + offset);
        _code.LocalTee(_z);
        writer.Constant(-0.0f);
        _code.Emit(V128.Or);
        Exponential.Write(writer);
        _code.LocalTee(_e);
        writer.Constant(1);
        _code.Emit(F32x4.Add);
        _code.LocalSet(_above);
        writer.Load(start, plan.Targets.Address + offset);
        _code.LocalTee(_target);
        writer.Constant(1);
        _code.Emit(F32x4.Eq);
        _code.LocalTee(_isOne);
        writer.Constant(-0.0f);
        _code.Emit(V128.And);
        _code.LocalSet(_sign);
        writer.Store(start, last.Gradient.Address + offset, () => WriteGradient(share));
        AddLoss();
        // Right unless z > 0 and the class is 0, or the other way round.
        _code.LocalGet(_right);
        _code.LocalGet(_mask);
        _code.LocalGet(_z);
        writer.Constant(0);
        _code.Emit(F32x4.Gt);
        _code.LocalGet(_isOne);
        _code.Emit(V128.Xor, V128.Andnot, I32x4.Add);
        _code.LocalSet(_right);
    }

    // σ(s) for class 0 and −σ(s) for class 1, where s = z for class 0 and −z for class 1.
    private void WriteGradient(int share)
    {
        Logistic.WriteSigned(writer, _z, _e, _above, _sign);
        _code.LocalGet(share);
        _code.Emit(F32x4.Mul);
        _code.LocalGet(_mask);
        _code.Emit(V128.And);
    }

    private void AddLoss()
    {
        _code.LocalGet(_product);
        _code.LocalGet(_above);
        writer.Constant(1);
        _code.LocalGet(_mask);
        _code.Emit(V128.Bitselect, F32x4.Mul);
        _code.LocalSet(_product);
        _code.LocalGet(_linear);
        _code.LocalGet(_z);
        writer.Constant(0);
        _code.Emit(F32x4.Pmax);
        _code.LocalGet(_z);
        _code.LocalGet(_target);
        _code.Emit(F32x4.Mul, F32x4.Sub);
        _code.LocalGet(_mask);
        _code.Emit(V128.And, F32x4.Add);
        _code.LocalSet(_linear);
    }
}
