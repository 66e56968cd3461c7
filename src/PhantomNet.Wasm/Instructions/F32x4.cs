#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of four 32-bit floats side by side: <c>f32x4.splat</c> is <see cref="Splat"/> here.</summary>
public static class F32x4
{
    public const Opcode Splat = (Opcode)0xFD13;
    public const Opcode ExtractLane = (Opcode)0xFD1F;
    public const Opcode ReplaceLane = (Opcode)0xFD20;
    public const Opcode Eq = (Opcode)0xFD41;
    public const Opcode Ne = (Opcode)0xFD42;
    public const Opcode Lt = (Opcode)0xFD43;
    public const Opcode Gt = (Opcode)0xFD44;
    public const Opcode Le = (Opcode)0xFD45;
    public const Opcode Ge = (Opcode)0xFD46;
    public const Opcode DemoteF64x2Zero = (Opcode)0xFD5E;
    public const Opcode Ceil = (Opcode)0xFD67;
    public const Opcode Floor = (Opcode)0xFD68;
    public const Opcode Trunc = (Opcode)0xFD69;
    public const Opcode Nearest = (Opcode)0xFD6A;
    public const Opcode Abs = (Opcode)0xFDE0;
    public const Opcode Neg = (Opcode)0xFDE1;
    public const Opcode Sqrt = (Opcode)0xFDE3;
    public const Opcode Add = (Opcode)0xFDE4;
    public const Opcode Sub = (Opcode)0xFDE5;
    public const Opcode Mul = (Opcode)0xFDE6;
    public const Opcode Div = (Opcode)0xFDE7;
    public const Opcode Min = (Opcode)0xFDE8;
    public const Opcode Max = (Opcode)0xFDE9;
    public const Opcode Pmin = (Opcode)0xFDEA;
    public const Opcode Pmax = (Opcode)0xFDEB;
    public const Opcode ConvertI32x4S = (Opcode)0xFDFA;
    public const Opcode ConvertI32x4U = (Opcode)0xFDFB;

    internal static Instruction[] Table() =>
        [
            new(Splat, "f32x4.splat", "f:v"),
            new(ExtractLane, "f32x4.extract_lane", "v:f", Immediate.Lane, 4),
            new(ReplaceLane, "f32x4.replace_lane", "vf:v", Immediate.Lane, 4),
            new(Eq, "f32x4.eq", "vv:v"),
            new(Ne, "f32x4.ne", "vv:v"),
            new(Lt, "f32x4.lt", "vv:v"),
            new(Gt, "f32x4.gt", "vv:v"),
            new(Le, "f32x4.le", "vv:v"),
            new(Ge, "f32x4.ge", "vv:v"),
            new(DemoteF64x2Zero, "f32x4.demote_f64x2_zero", "v:v"),
            new(Ceil, "f32x4.ceil", "v:v"),
            new(Floor, "f32x4.floor", "v:v"),
            new(Trunc, "f32x4.trunc", "v:v"),
            new(Nearest, "f32x4.nearest", "v:v"),
            new(Abs, "f32x4.abs", "v:v"),
            new(Neg, "f32x4.neg", "v:v"),
            new(Sqrt, "f32x4.sqrt", "v:v"),
            new(Add, "f32x4.add", "vv:v"),
            new(Sub, "f32x4.sub", "vv:v"),
            new(Mul, "f32x4.mul", "vv:v"),
            new(Div, "f32x4.div", "vv:v"),
            new(Min, "f32x4.min", "vv:v"),
            new(Max, "f32x4.max", "vv:v"),
            new(Pmin, "f32x4.pmin", "vv:v"),
            new(Pmax, "f32x4.pmax", "vv:v"),
            new(ConvertI32x4S, "f32x4.convert_i32x4_s", "v:v"),
            new(ConvertI32x4U, "f32x4.convert_i32x4_u", "v:v"),
        ];
}
