#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of 128 bits, whatever they mean: <c>v128.load</c> is <see cref="Load"/> here.</summary>
public static class V128
{
    public const Opcode Load = (Opcode)0xFD00;
    public const Opcode Load32x2S = (Opcode)0xFD05;
    public const Opcode Load32x2U = (Opcode)0xFD06;
    public const Opcode Load8Splat = (Opcode)0xFD07;
    public const Opcode Load16Splat = (Opcode)0xFD08;
    public const Opcode Load32Splat = (Opcode)0xFD09;
    public const Opcode Load64Splat = (Opcode)0xFD0A;
    public const Opcode Store = (Opcode)0xFD0B;
    public const Opcode Const = (Opcode)0xFD0C;
    public const Opcode Not = (Opcode)0xFD4D;
    public const Opcode And = (Opcode)0xFD4E;
    public const Opcode Andnot = (Opcode)0xFD4F;
    public const Opcode Or = (Opcode)0xFD50;
    public const Opcode Xor = (Opcode)0xFD51;
    public const Opcode Bitselect = (Opcode)0xFD52;
    public const Opcode AnyTrue = (Opcode)0xFD53;
    public const Opcode Load8Lane = (Opcode)0xFD54;
    public const Opcode Store8Lane = (Opcode)0xFD58;
    public const Opcode Load16Lane = (Opcode)0xFD55;
    public const Opcode Store16Lane = (Opcode)0xFD59;
    public const Opcode Load32Lane = (Opcode)0xFD56;
    public const Opcode Store32Lane = (Opcode)0xFD5A;
    public const Opcode Load64Lane = (Opcode)0xFD57;
    public const Opcode Store64Lane = (Opcode)0xFD5B;
    public const Opcode Load32Zero = (Opcode)0xFD5C;
    public const Opcode Load64Zero = (Opcode)0xFD5D;

    internal static Instruction[] Table() =>
        [
            new(Load, "v128.load", "i:v", Immediate.Memory, 16),
            new(Load32x2S, "v128.load32x2_s", "i:v", Immediate.Memory, 8),
            new(Load32x2U, "v128.load32x2_u", "i:v", Immediate.Memory, 8),
            new(Load8Splat, "v128.load8_splat", "i:v", Immediate.Memory, 1),
            new(Load16Splat, "v128.load16_splat", "i:v", Immediate.Memory, 2),
            new(Load32Splat, "v128.load32_splat", "i:v", Immediate.Memory, 4),
            new(Load64Splat, "v128.load64_splat", "i:v", Immediate.Memory, 8),
            new(Store, "v128.store", "iv:", Immediate.Memory, 16),
            new(Const, "v128.const", ":v", Immediate.V128),
            new(Not, "v128.not", "v:v"),
            new(And, "v128.and", "vv:v"),
            new(Andnot, "v128.andnot", "vv:v"),
            new(Or, "v128.or", "vv:v"),
            new(Xor, "v128.xor", "vv:v"),
            new(Bitselect, "v128.bitselect", "vvv:v"),
            new(AnyTrue, "v128.any_true", "v:i"),
            new(Load8Lane, "v128.load8_lane", "iv:v", Immediate.MemoryLane, 1),
            new(Store8Lane, "v128.store8_lane", "iv:", Immediate.MemoryLane, 1),
            new(Load16Lane, "v128.load16_lane", "iv:v", Immediate.MemoryLane, 2),
            new(Store16Lane, "v128.store16_lane", "iv:", Immediate.MemoryLane, 2),
            new(Load32Lane, "v128.load32_lane", "iv:v", Immediate.MemoryLane, 4),
            new(Store32Lane, "v128.store32_lane", "iv:", Immediate.MemoryLane, 4),
            new(Load64Lane, "v128.load64_lane", "iv:v", Immediate.MemoryLane, 8),
            new(Store64Lane, "v128.store64_lane", "iv:", Immediate.MemoryLane, 8),
            new(Load32Zero, "v128.load32_zero", "i:v", Immediate.Memory, 4),
            new(Load64Zero, "v128.load64_zero", "i:v", Immediate.Memory, 8),
        ];
}
