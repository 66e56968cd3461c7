using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Bench.Cases;

/// <summary>
/// A loop of nothing but multiplications and additions: as many a second as the machine does where nothing else holds it up. Which
/// form is fastest depends on the machine and the compiler, so several are tried, and the fastest is the peak.
/// </summary>
/// <param name="Chains">Sums that don't wait for one another.</param>
/// <param name="TakesProducts">
/// Whether a sum takes a product of two other numbers, as in a convolution; else it is itself multiplied, and waits twice.
/// </param>
internal sealed record PeakModule(int Chains, bool TakesProducts)
{
    private const int Turns = 20_000;
    private const int Steps = 4;

    public static IReadOnlyList<PeakModule> All { get; } = [new(13, false), new(12, true), new(8, true)];

    public string File => $"peak-{Chains}-{(TakesProducts ? "products" : "sums")}.wasm";

    /// <summary>Floating-point operations of one call: a product and a sum in each of four lanes.</summary>
    public double Operations => (double)Turns * Chains * Steps * 2 * 4;

    public byte[] Write()
    {
        Module module = new() { Memory = new MemoryLimits(1) };
        Function peak = module.AddFunction("peak", []);
        module.Export(peak);
        int value = peak.AddLocal(ValType.V128);
        int left = peak.AddLocal(ValType.I32);
        int[] sums = [.. Enumerable.Range(peak.AddLocals(ValType.V128, Chains), Chains)];
        int[] factors = [.. Enumerable.Range(peak.AddLocals(ValType.V128, Chains), Chains)];
        Code code = peak.Code;
        code.Splat(0.5f);
        code.LocalSet(value);
        for (int i = 0; i < Chains; i++)
        {
            code.Const(16 * i);
            code.Access(V128.Load);
            code.LocalSet(factors[i]);
        }

        code.Const(Turns);
        code.LocalSet(left);
        code.Begin(Opcode.Loop);
        for (int step = 0; step < Steps; step++)
        {
            Step(code, step, value, sums, factors);
        }

        code.LocalGet(left);
        code.Const(-1);
        code.Emit(I32.Add);
        code.LocalTee(left);
        code.BrIf(0);
        code.End();
        for (int i = 0; i < sums.Length; i++)
        {
            code.Const(16 * i);
            code.LocalGet(sums[i]); // else there would be nothing to compute
            code.Access(V128.Store, 1024);
        }

        return module.ToBytes();
    }

    private void Step(Code code, int step, int value, int[] sums, int[] factors)
    {
        if (TakesProducts)
        {
            code.Const(0);
            code.Access(V128.Load, 2048 + (16 * step));
            code.LocalSet(value);
        }

        for (int i = 0; i < Chains; i++)
        {
            if (TakesProducts)
            {
                code.LocalGet(sums[i]);
                code.LocalGet(value);
                code.LocalGet(factors[i]);
                code.Emit(F32x4.Mul);
            }
            else
            {
                code.LocalGet(sums[i]);
                code.LocalGet(value);
                code.Emit(F32x4.Mul);
                code.LocalGet(value);
            }

            code.Emit(F32x4.Add);
            code.LocalSet(sums[i]);
        }
    }
}
