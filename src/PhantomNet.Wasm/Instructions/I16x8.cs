#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of eight 16-bit lanes: <c>i16x8.splat</c> is <see cref="Splat"/> here.</summary>
public static class I16x8
{
    public const Opcode Splat = (Opcode)0xFD10;

    internal static Instruction[] Table() => [new(Splat, "i16x8.splat", "i:v")];
}
