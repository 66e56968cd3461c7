using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Bench;

/// <summary>As many multiplications and additions a second as the machine does where nothing else holds it up.</summary>
internal static class PeakModule
{
    public const int Operations = Turns * Chains * Steps * 2 * 4; // of one call: a product and a sum in each of four lanes

    private const int Turns = 20_000;
    private const int Steps = 4;
    private const int Chains = 13; // sums that don't wait for one another, as many as there are registers left

    public static byte[] Write()
    {
        Module module = new() { Memory = new MemoryLimits(1) };
        Function peak = module.AddFunction("peak", []);
        module.Export(peak);
        int factor = peak.AddLocal(ValType.V128);
        int left = peak.AddLocal(ValType.I32);
        int[] sums = [.. Enumerable.Range(peak.AddLocals(ValType.V128, Chains), Chains)];
        Code code = peak.Code;
        code.Splat(0.5f);
        code.LocalSet(factor);
        code.Const(Turns);
        code.LocalSet(left);
        code.Begin(Opcode.Loop);
        for (int step = 0; step < Steps; step++)
        {
            foreach (int sum in sums)
            {
                code.LocalGet(sum);
                code.LocalGet(factor);
                code.Emit(F32x4.Mul);
                code.LocalGet(factor);
                code.Emit(F32x4.Add);
                code.LocalSet(sum);
            }
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
            code.Access(V128.Store);
        }

        return module.ToBytes();
    }
}
