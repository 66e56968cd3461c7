#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>
/// The number of an instruction: one byte, or a prefix (0xFC, 0xFD) in the upper and the number behind it in the lower byte. Here
/// are the instructions that belong to no type; the others stand under the type's name, <c>f32x4.add</c> as
/// <see cref="F32x4.Add"/>.
/// </summary>
public enum Opcode
{
    Unreachable = 0x00,
    Nop = 0x01,
    Block = 0x02,
    Loop = 0x03,
    If = 0x04,
    Else = 0x05,
    End = 0x0B,
    Br = 0x0C,
    BrIf = 0x0D,
    BrTable = 0x0E,
    Return = 0x0F,
    Call = 0x10,
    Drop = 0x1A,
    Select = 0x1B,
    LocalGet = 0x20,
    LocalSet = 0x21,
    LocalTee = 0x22,
    GlobalGet = 0x23,
    GlobalSet = 0x24,
}
