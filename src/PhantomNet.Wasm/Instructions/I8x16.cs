#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of sixteen 8-bit lanes that move lanes about: <c>i8x16.shuffle</c> is <see cref="Shuffle"/> here.</summary>
public static class I8x16
{
    public const Opcode Shuffle = (Opcode)0xFD0D;
    public const Opcode Swizzle = (Opcode)0xFD0E;
    public const Opcode Splat = (Opcode)0xFD0F;

    internal static Instruction[] Table() =>
        [
            new(Shuffle, "i8x16.shuffle", "vv:v", Immediate.Shuffle),
            new(Swizzle, "i8x16.swizzle", "vv:v"),
            new(Splat, "i8x16.splat", "i:v"),
        ];
}
