using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Layers;

/// <summary>a = f(z), element by element, and back by the value a alone.</summary>
internal sealed class ActivationKernel(LayerPlan plan, MemoryPlan memory, Activation function) : LayerKernel(plan, memory)
{
    public override void Forward(Writer writer)
    {
        if (!Plan.IsDone.Forward && (function != Activation.Identity || Plan.Input != Plan.Output))
        {
            writer.ForEach(
                Plan.Needed,
                places =>
                    writer.Store(
                        places[1],
                        () =>
                        {
                            writer.Load(places[0]);
                            Value(writer, function);
                        }
                    ),
                Plan.Input,
                Plan.Output
            );
        }
    }

    public override void InputGradient(Writer writer)
    {
        if (!Plan.IsDone.Back && (function != Activation.Identity || Plan.InputGradient != Plan.OutputGradient))
        {
            writer.ForEach(
                Plan.Needed,
                places =>
                    writer.Store(
                        places[2],
                        () =>
                        {
                            writer.Load(places[0]);
                            TimesDerivative(writer, function, places[1]);
                        }
                    ),
                Plan.OutputGradient,
                Plan.Output,
                Plan.InputGradient!
            );
        }
    }

    /// <summary>Takes z from the stack, leaves f(z). What isn't a number stays so: a zero would hide an overflow.</summary>
    public static void Value(Writer writer, Activation function)
    {
        Code code = writer.Code;
        int z = writer.NewVector();
        switch (function)
        {
            case Activation.ReLU:
                code.Splat(0);
                code.Emit(F32x4.Pmax); // z < 0 ? 0 : z
                break;
            case Activation.LeakyReLU:
                code.LocalTee(z);
                code.LocalGet(z);
                code.Splat(Activations.LeakySlope);
                code.Emit(F32x4.Mul);
                code.LocalGet(z);
                code.Splat(0);
                code.Emit(F32x4.Gt, V128.Bitselect);
                break;
            case Activation.Step:
                code.Splat(0);
                code.Emit(F32x4.Gt);
                code.Splat(1);
                code.Emit(V128.And);
                break;
            case Activation.Sigmoid:
                Logistic.Write(writer);
                break;
            case Activation.Tanh:
                HyperbolicTangent.Write(writer);
                break;
            default:
                break; // identity
        }
    }

    /// <summary>Takes ∂loss/∂a from the stack, leaves ∂loss/∂z. The value a lies at the place.</summary>
    public static void TimesDerivative(Writer writer, Activation function, Place value)
    {
        Code code = writer.Code;
        int a = writer.NewVector();
        switch (function)
        {
            case Activation.ReLU:
                writer.Load(value);
                writer.Constant(0);
                code.Emit(F32x4.Gt, V128.And);
                break;
            case Activation.LeakyReLU:
                code.LocalTee(a);
                code.LocalGet(a);
                writer.Constant(Activations.LeakySlope);
                code.Emit(F32x4.Mul);
                writer.Load(value);
                writer.Constant(0);
                code.Emit(F32x4.Gt, V128.Bitselect);
                break;
            case Activation.Step:
                writer.Constant(0);
                code.Emit(F32x4.Mul);
                break;
            case Activation.Sigmoid:
                writer.Load(value);
                code.LocalTee(a);
                writer.Constant(1);
                code.LocalGet(a);
                code.Emit(F32x4.Sub, F32x4.Mul, F32x4.Mul);
                break;
            case Activation.Tanh:
                writer.Constant(1);
                writer.Load(value);
                code.LocalTee(a);
                code.LocalGet(a);
                code.Emit(F32x4.Mul, F32x4.Sub, F32x4.Mul);
                break;
            default:
                break; // identity
        }
    }
}
