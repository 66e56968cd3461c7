#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of 32-bit floats: <c>f32.load</c> is <see cref="Load"/> here.</summary>
public static class F32
{
    public const Opcode Load = (Opcode)0x2A;
    public const Opcode Store = (Opcode)0x38;
    public const Opcode Const = (Opcode)0x43;
    public const Opcode Eq = (Opcode)0x5B;
    public const Opcode Ne = (Opcode)0x5C;
    public const Opcode Lt = (Opcode)0x5D;
    public const Opcode Gt = (Opcode)0x5E;
    public const Opcode Le = (Opcode)0x5F;
    public const Opcode Ge = (Opcode)0x60;
    public const Opcode Abs = (Opcode)0x8B;
    public const Opcode Neg = (Opcode)0x8C;
    public const Opcode Ceil = (Opcode)0x8D;
    public const Opcode Floor = (Opcode)0x8E;
    public const Opcode Trunc = (Opcode)0x8F;
    public const Opcode Nearest = (Opcode)0x90;
    public const Opcode Sqrt = (Opcode)0x91;
    public const Opcode Add = (Opcode)0x92;
    public const Opcode Sub = (Opcode)0x93;
    public const Opcode Mul = (Opcode)0x94;
    public const Opcode Div = (Opcode)0x95;
    public const Opcode Min = (Opcode)0x96;
    public const Opcode Max = (Opcode)0x97;
    public const Opcode Copysign = (Opcode)0x98;
    public const Opcode ConvertI32S = (Opcode)0xB2;
    public const Opcode ConvertI32U = (Opcode)0xB3;
    public const Opcode ConvertI64S = (Opcode)0xB4;
    public const Opcode ConvertI64U = (Opcode)0xB5;
    public const Opcode DemoteF64 = (Opcode)0xB6;
    public const Opcode ReinterpretI32 = (Opcode)0xBE;

    internal static Instruction[] Table() =>
        [
            new(Load, "f32.load", "i:f", Immediate.Memory, 4),
            new(Store, "f32.store", "if:", Immediate.Memory, 4),
            new(Const, "f32.const", ":f", Immediate.F32),
            new(Eq, "f32.eq", "ff:i"),
            new(Ne, "f32.ne", "ff:i"),
            new(Lt, "f32.lt", "ff:i"),
            new(Gt, "f32.gt", "ff:i"),
            new(Le, "f32.le", "ff:i"),
            new(Ge, "f32.ge", "ff:i"),
            new(Abs, "f32.abs", "f:f"),
            new(Neg, "f32.neg", "f:f"),
            new(Ceil, "f32.ceil", "f:f"),
            new(Floor, "f32.floor", "f:f"),
            new(Trunc, "f32.trunc", "f:f"),
            new(Nearest, "f32.nearest", "f:f"),
            new(Sqrt, "f32.sqrt", "f:f"),
            new(Add, "f32.add", "ff:f"),
            new(Sub, "f32.sub", "ff:f"),
            new(Mul, "f32.mul", "ff:f"),
            new(Div, "f32.div", "ff:f"),
            new(Min, "f32.min", "ff:f"),
            new(Max, "f32.max", "ff:f"),
            new(Copysign, "f32.copysign", "ff:f"),
            new(ConvertI32S, "f32.convert_i32_s", "i:f"),
            new(ConvertI32U, "f32.convert_i32_u", "i:f"),
            new(ConvertI64S, "f32.convert_i64_s", "l:f"),
            new(ConvertI64U, "f32.convert_i64_u", "l:f"),
            new(DemoteF64, "f32.demote_f64", "d:f"),
            new(ReinterpretI32, "f32.reinterpret_i32", "i:f"),
        ];
}
