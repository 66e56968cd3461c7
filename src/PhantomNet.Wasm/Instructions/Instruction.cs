namespace PhantomNet.Wasm.Instructions;

/// <summary>A line of the table of instructions.</summary>
/// <param name="Opcode">Its number.</param>
/// <param name="Name">Its name in the specification.</param>
/// <param name="Signature">
/// What it takes and leaves, a letter each, with a colon between: i, l, f, d and v for i32, i64, f32, f64 and v128. Null where that
/// depends on more than the instruction.
/// </param>
/// <param name="Immediate">What follows its number.</param>
/// <param name="Size">Bytes that it reads or writes in memory; for a lane instruction, bytes of a lane.</param>
internal sealed record Instruction(
    Opcode Opcode,
    string Name,
    string? Signature,
    Immediate Immediate = Immediate.None,
    int Size = 0
)
{
    public IReadOnlyList<ValType> Operands { get; } = Types(Signature?.Split(':')[0]);

    public IReadOnlyList<ValType> Results { get; } = Types(Signature?.Split(':')[1]);

    private static ValType[] Types(string? letters) =>
        [
            .. (letters ?? "").Select(letter =>
                letter switch
                {
                    'i' => ValType.I32,
                    'l' => ValType.I64,
                    'f' => ValType.F32,
                    'd' => ValType.F64,
                    _ => ValType.V128,
                }
            ),
        ];
}
