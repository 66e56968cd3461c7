using PhantomNet.Wasm.Instructions;
using PhantomNet.Wasm.Tests.Semantics;

namespace PhantomNet.Wasm.Tests.Execution;

/// <summary>Every instruction that only computes, under Wasmtime, against what C# says that it does.</summary>
public sealed class InstructionTests
{
    private const int ResultAt = 64;

    public static TheoryData<string> Names =>
        [.. InstructionTable.All.Values.Where(OnlyComputes).Select(instruction => instruction.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_instruction_does_what_its_name_says(string name)
    {
        Instruction instruction = InstructionTable.All.Values.Single(candidate => candidate.Name.Equals(name));
        using Machine machine = new(Wrap(instruction));
        ValType[] operands = [.. instruction.Operands, ValType.I32, ValType.I32, ValType.I32];
        foreach (byte[] a in Samples.Of(operands[0]))
        {
            foreach (byte[] b in instruction.Operands.Count > 1 ? Samples.Of(operands[1]) : [new byte[16]])
            {
                byte[] c = [.. a.Reverse().Zip(b, (x, y) => (byte)(x ^ y))];
                a.CopyTo(machine.Memory);
                b.CopyTo(machine.Memory[16..]);
                c.CopyTo(machine.Memory[32..]);
                byte[]? expected = Expected(instruction, a, b, c);
                Assert.Equal(expected is not null, machine.TryRun("run"));
                byte[] actual = machine.Memory.Slice(ResultAt, 16).ToArray();
                Assert.True(
                    expected is null || Agree(instruction, expected, actual),
                    $"{name} of {Hex(a)} and {Hex(b)} is {Hex(actual)}; {Hex(expected ?? [])} was expected."
                );
            }
        }
    }

    // What has a signature and no immediate; v128 takes part in what it computes, except in extractions, which have one.
    internal static bool OnlyComputes(Instruction instruction) =>
        instruction is { Immediate: Immediate.None, Signature: not (null or ":") };

    private static bool IsVector(Instruction instruction) =>
        instruction.Operands.Contains(ValType.V128) || instruction.Results.Contains(ValType.V128);

    private static byte[]? Expected(Instruction instruction, byte[] a, byte[] b, byte[] c)
    {
        if (IsVector(instruction))
        {
            return Vectors.Run(instruction.Name, a, b, c);
        }

        ulong? result = Scalars.Run(instruction.Name, BitConverter.ToUInt64(a), BitConverter.ToUInt64(b));
        return result is { } bits ? [.. BitConverter.GetBytes(bits), .. new byte[8]] : null;
    }

    private static bool Agree(Instruction instruction, byte[] expected, byte[] actual) =>
        IsVector(instruction)
            ? Vectors.Agree(instruction.Name, expected, actual)
            : Bits.Agree(BitConverter.ToUInt64(expected), BitConverter.ToUInt64(actual), instruction.Results[0]);

    private static Module Wrap(Instruction instruction)
    {
        Module module = Machine.WithMemory();
        Function run = module.AddFunction("run", []);
        module.Export(run);
        Code code = run.Code;
        code.Const(ResultAt);
        for (int i = 0; i < instruction.Operands.Count; i++)
        {
            code.Const(16 * i);
            code.Access(Access.Load(instruction.Operands[i]));
        }

        code.Emit(instruction.Opcode);
        code.Access(Access.Store(instruction.Results[0]));
        return module;
    }

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes);
}
