using System.Runtime.InteropServices;
using PhantomNet.Kernels.Approximations;
using PhantomNet.Kernels.Writing;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Validation;

namespace PhantomNet.Kernels.Tests;

/// <summary>The stated bounds, over the whole range: about every thousandth of all floats.</summary>
public sealed class ApproximationTests
{
    private const int Stride = 997; // a prime, so that all last digits are met
    private const int Page = 16 * 1024; // floats

    [Fact]
    public void Exponential_keeps_its_bound_below_zero() =>
        AssertBound(Exponential.Write, Negative(0, -Exponential.Least), x => Math.Exp(x), relative: 2e-7, absolute: 0);

    [Fact]
    public void Exponential_is_0_where_it_is_no_normal_number_any_more() =>
        AssertBound(Exponential.Write, Negative(-Exponential.Least, float.MaxValue), x => Math.Exp(x), 0, absolute: 1.2e-38);

    [Fact]
    public void Tanh_keeps_its_bound_everywhere()
    {
        AssertBound(HyperbolicTangent.Write, Positive(0, float.MaxValue), Math.Tanh, relative: 5e-7, absolute: 0);
        AssertBound(HyperbolicTangent.Write, Negative(0, float.MaxValue), Math.Tanh, relative: 5e-7, absolute: 0);
    }

    [Fact]
    public void Logistic_keeps_its_bound_everywhere()
    {
        AssertBound(Logistic.Write, Positive(0, float.MaxValue), x => 1 / (1 + Math.Exp(-x)), relative: 4e-7, absolute: 0);
        AssertBound(
            Logistic.Write,
            Negative(0, float.MaxValue),
            x => 1 / (1 + Math.Exp(-x)),
            relative: 4e-7,
            absolute: 1.2e-38
        );
    }

    [Fact]
    public void Logarithm_up_to_2_is_the_other_one_bit_for_bit()
    {
        foreach (float[] chunk in Positive(1, 2).Chunk(Page / 4 * 4).Where(chunk => chunk.Length % 4 == 0))
        {
            Assert.Equal(Run(Logarithm.Write, chunk), Run(Logarithm.WriteUpTo2, chunk));
        }

        Assert.Equal(Run(Logarithm.Write, [1, 2, MathF.Sqrt(2), 1.5f]), Run(Logarithm.WriteUpTo2, [1, 2, MathF.Sqrt(2), 1.5f]));
    }

    [Fact]
    public void Logarithm_keeps_its_bound_from_1_on()
    {
        AssertBound(Logarithm.Write, Positive(1, MathF.E), Math.Log, relative: 0, absolute: 1e-7);
        AssertBound(Logarithm.Write, Positive(MathF.E, float.MaxValue), Math.Log, relative: 2e-7, absolute: 0);
    }

    [Fact]
    public void What_is_no_number_stays_so_and_ends_are_exact()
    {
        float[] odd = [float.NaN, float.NegativeInfinity, float.PositiveInfinity, 0, -0.0f, 1e-45f, -1e-45f, 1];
        Assert.Equal([float.NaN, 0], Run(Exponential.Write, odd)[..2]);
        Assert.Equal([float.NaN, -1, 1, 0, 0, 1e-45f, -1e-45f], Run(HyperbolicTangent.Write, odd)[..7]);
        Assert.Equal([float.NaN, 0, 1, 0.5f, 0.5f], Run(Logistic.Write, odd)[..5]);
        Assert.Equal([float.NaN, float.NaN, float.NaN, 0], [.. Run(Logarithm.Write, odd)[..3], Run(Logarithm.Write, odd)[7]]);
    }

    private static void AssertBound(
        Action<Writer> write,
        IEnumerable<float> arguments,
        Func<double, double> truth,
        double relative,
        double absolute
    )
    {
        foreach (float[] chunk in arguments.Chunk(Page / 4 * 4))
        {
            float[] padded = [.. chunk, .. Enumerable.Repeat(chunk[^1], (4 - (chunk.Length % 4)) % 4)];
            float[] values = Run(write, padded);
            for (int i = 0; i < chunk.Length; i++)
            {
                double expected = truth(chunk[i]);
                // Half the least float is added: no float lies nearer to what is smaller than that.
                double tolerance = (relative * Math.Abs(expected)) + absolute + 0.7e-45;
                Assert.True(
                    Math.Abs(values[i] - expected) <= tolerance,
                    $"At {chunk[i]:R} it is {values[i]:R}; {expected:R} was expected, within {tolerance}."
                );
            }
        }
    }

    // Near zero the difference would have no digits left in doubles either.
    private static double ExpM1(double x) =>
        Math.Abs(x) < 1e-3 ? x * (1 + (x / 2 * (1 + (x / 3 * (1 + (x / 4)))))) : Math.Exp(x) - 1;

    private static IEnumerable<float> Positive(float from, float to)
    {
        for (uint bits = BitConverter.SingleToUInt32Bits(from); bits <= BitConverter.SingleToUInt32Bits(to); bits += Stride)
        {
            yield return BitConverter.UInt32BitsToSingle(bits);
        }

        yield return to;
    }

    private static IEnumerable<float> Negative(float from, float to) => Positive(from, to).Select(x => -x);

    // A module with a loop over floats in its memory, each replaced by its function's value.
    private static float[] Run(Action<Writer> write, float[] arguments)
    {
        Module module = new() { Memory = new MemoryLimits(1) };
        module.Export("memory", ExportKind.Memory, 0);
        Function function = module.AddFunction("run", []);
        module.Export(function);
        Writer writer = new(function);
        int at = writer.NewPointer();
        int value = writer.NewVector();
        writer.Repeat(
            arguments.Length / 4,
            () =>
            {
                writer.Load(at);
                write(writer);
                function.Code.LocalSet(value);
                writer.StoreLocal(at, 0, value);
                writer.Advance(at, 16);
            }
        );
        Validator.Validate(module);
        using global::Wasmtime.Engine engine = new();
        using global::Wasmtime.Module compiled = global::Wasmtime.Module.FromBytes(engine, "run", module.ToBytes());
        using global::Wasmtime.Linker linker = new(engine);
        using global::Wasmtime.Store store = new(engine);
        global::Wasmtime.Instance instance = linker.Instantiate(store, compiled);
        Span<float> memory = MemoryMarshal.Cast<byte, float>(instance.GetMemory("memory")!.GetSpan(0, 65536));
        arguments.CopyTo(memory);
        instance.GetAction("run")!();
        return memory[..arguments.Length].ToArray();
    }
}
