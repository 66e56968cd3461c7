#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of 64-bit floats: <c>f64.load</c> is <see cref="Load"/> here.</summary>
public static class F64
{
    public const Opcode Load = (Opcode)0x2B;
    public const Opcode Store = (Opcode)0x39;
    public const Opcode Const = (Opcode)0x44;
    public const Opcode Eq = (Opcode)0x61;
    public const Opcode Ne = (Opcode)0x62;
    public const Opcode Lt = (Opcode)0x63;
    public const Opcode Gt = (Opcode)0x64;
    public const Opcode Le = (Opcode)0x65;
    public const Opcode Ge = (Opcode)0x66;
    public const Opcode Abs = (Opcode)0x99;
    public const Opcode Neg = (Opcode)0x9A;
    public const Opcode Ceil = (Opcode)0x9B;
    public const Opcode Floor = (Opcode)0x9C;
    public const Opcode Trunc = (Opcode)0x9D;
    public const Opcode Nearest = (Opcode)0x9E;
    public const Opcode Sqrt = (Opcode)0x9F;
    public const Opcode Add = (Opcode)0xA0;
    public const Opcode Sub = (Opcode)0xA1;
    public const Opcode Mul = (Opcode)0xA2;
    public const Opcode Div = (Opcode)0xA3;
    public const Opcode Min = (Opcode)0xA4;
    public const Opcode Max = (Opcode)0xA5;
    public const Opcode Copysign = (Opcode)0xA6;
    public const Opcode ConvertI32S = (Opcode)0xB7;
    public const Opcode ConvertI32U = (Opcode)0xB8;
    public const Opcode ConvertI64S = (Opcode)0xB9;
    public const Opcode ConvertI64U = (Opcode)0xBA;
    public const Opcode PromoteF32 = (Opcode)0xBB;
    public const Opcode ReinterpretI64 = (Opcode)0xBF;

    internal static Instruction[] Table() =>
        [
            new(Load, "f64.load", "i:d", Immediate.Memory, 8),
            new(Store, "f64.store", "id:", Immediate.Memory, 8),
            new(Const, "f64.const", ":d", Immediate.F64),
            new(Eq, "f64.eq", "dd:i"),
            new(Ne, "f64.ne", "dd:i"),
            new(Lt, "f64.lt", "dd:i"),
            new(Gt, "f64.gt", "dd:i"),
            new(Le, "f64.le", "dd:i"),
            new(Ge, "f64.ge", "dd:i"),
            new(Abs, "f64.abs", "d:d"),
            new(Neg, "f64.neg", "d:d"),
            new(Ceil, "f64.ceil", "d:d"),
            new(Floor, "f64.floor", "d:d"),
            new(Trunc, "f64.trunc", "d:d"),
            new(Nearest, "f64.nearest", "d:d"),
            new(Sqrt, "f64.sqrt", "d:d"),
            new(Add, "f64.add", "dd:d"),
            new(Sub, "f64.sub", "dd:d"),
            new(Mul, "f64.mul", "dd:d"),
            new(Div, "f64.div", "dd:d"),
            new(Min, "f64.min", "dd:d"),
            new(Max, "f64.max", "dd:d"),
            new(Copysign, "f64.copysign", "dd:d"),
            new(ConvertI32S, "f64.convert_i32_s", "i:d"),
            new(ConvertI32U, "f64.convert_i32_u", "i:d"),
            new(ConvertI64S, "f64.convert_i64_s", "l:d"),
            new(ConvertI64U, "f64.convert_i64_u", "l:d"),
            new(PromoteF32, "f64.promote_f32", "f:d"),
            new(ReinterpretI64, "f64.reinterpret_i64", "l:d"),
        ];
}
