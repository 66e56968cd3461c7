namespace PhantomNet.Wasm.Instructions;

/// <summary>All instructions as data (docs/sources.md#wasm-spec). Writing code doesn't need it; the validator and the listing do.</summary>
internal static class InstructionTable
{
    private static readonly Instruction[] _withoutType =
    [
        new(Opcode.Unreachable, "unreachable", null),
        new(Opcode.Nop, "nop", ":"),
        new(Opcode.Block, "block", null, Immediate.BlockType),
        new(Opcode.Loop, "loop", null, Immediate.BlockType),
        new(Opcode.If, "if", null, Immediate.BlockType),
        new(Opcode.Else, "else", null),
        new(Opcode.End, "end", null),
        new(Opcode.Br, "br", null, Immediate.Label),
        new(Opcode.BrIf, "br_if", null, Immediate.Label),
        new(Opcode.BrTable, "br_table", null, Immediate.LabelTable),
        new(Opcode.Return, "return", null),
        new(Opcode.Call, "call", null, Immediate.Function),
        new(Opcode.Drop, "drop", null),
        new(Opcode.Select, "select", null),
        new(Opcode.LocalGet, "local.get", null, Immediate.Local),
        new(Opcode.LocalSet, "local.set", null, Immediate.Local),
        new(Opcode.LocalTee, "local.tee", null, Immediate.Local),
        new(Opcode.GlobalGet, "global.get", null, Immediate.Global),
        new(Opcode.GlobalSet, "global.set", null, Immediate.Global),
    ];

    public static readonly IReadOnlyDictionary<Opcode, Instruction> All = new Instruction[][]
    {
        _withoutType,
        I32.Table(),
        I64.Table(),
        F32.Table(),
        F64.Table(),
        Memory.Table(),
        V128.Table(),
        I8x16.Table(),
        I16x8.Table(),
        I32x4.Table(),
        I64x2.Table(),
        F32x4.Table(),
        F64x2.Table(),
    }
        .SelectMany(table => table)
        .ToDictionary(instruction => instruction.Opcode);
}
