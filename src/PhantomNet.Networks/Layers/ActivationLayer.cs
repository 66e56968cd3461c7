using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace PhantomNet.Networks.Layers;

/// <summary>a = f(z), element by element.</summary>
internal sealed class ActivationLayer(Shape shape, Activation function) : Layer
{
    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch)
    {
        if (function == Activation.ReLU)
        {
            Rectify(input[..(batch * shape.Length)], output);
            return;
        }

        for (int i = 0; i < batch * shape.Length; i++)
        {
            output[i] = function.Value(input[i]);
        }
    }

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> parameterGradient,
        int batch
    )
    {
        if (function == Activation.ReLU)
        {
            PassWhereActive(output[..inputGradient.Length], outputGradient, inputGradient);
            return;
        }

        for (int i = 0; i < inputGradient.Length; i++)
        {
            inputGradient[i] = outputGradient[i] * function.DerivativeFromValue(output[i]);
        }
    }

    // The same as the loops above, four numbers at a time, for the function that convolutional networks have everywhere.
    private static void Rectify(ReadOnlySpan<float> z, Span<float> a)
    {
        ReadOnlySpan<Vector128<float>> from = MemoryMarshal.Cast<float, Vector128<float>>(z);
        Span<Vector128<float>> to = MemoryMarshal.Cast<float, Vector128<float>>(a)[..from.Length];
        Vector128<float> zero = Vector128<float>.Zero;
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = Vector128.ConditionalSelect(Vector128.LessThanOrEqual(from[i], zero), zero, from[i]);
        }

        for (int i = from.Length * Vector128<float>.Count; i < z.Length; i++)
        {
            a[i] = z[i] <= 0 ? 0 : z[i];
        }
    }

    private static void PassWhereActive(ReadOnlySpan<float> a, ReadOnlySpan<float> da, Span<float> dz)
    {
        ReadOnlySpan<Vector128<float>> values = MemoryMarshal.Cast<float, Vector128<float>>(a);
        ReadOnlySpan<Vector128<float>> from = MemoryMarshal.Cast<float, Vector128<float>>(da)[..values.Length];
        Span<Vector128<float>> to = MemoryMarshal.Cast<float, Vector128<float>>(dz)[..values.Length];
        Vector128<float> zero = Vector128<float>.Zero;
        for (int i = 0; i < values.Length; i++)
        {
            to[i] = Vector128.ConditionalSelect(Vector128.GreaterThan(values[i], zero), from[i], zero);
        }

        for (int i = values.Length * Vector128<float>.Count; i < a.Length; i++)
        {
            dz[i] = a[i] > 0 ? da[i] : 0;
        }
    }
}
