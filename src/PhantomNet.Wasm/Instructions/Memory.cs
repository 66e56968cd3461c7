#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of the memory as a whole: <c>memory.size</c> is <see cref="Size"/> here.</summary>
public static class Memory
{
    public const Opcode Size = (Opcode)0x3F;
    public const Opcode Grow = (Opcode)0x40;
    public const Opcode Copy = (Opcode)0xFC0A;
    public const Opcode Fill = (Opcode)0xFC0B;

    internal static Instruction[] Table() =>
        [
            new(Size, "memory.size", ":i", Immediate.MemoryIndex),
            new(Grow, "memory.grow", "i:i", Immediate.MemoryIndex),
            new(Copy, "memory.copy", "iii:", Immediate.TwoMemoryIndices),
            new(Fill, "memory.fill", "iii:", Immediate.MemoryIndex),
        ];
}
