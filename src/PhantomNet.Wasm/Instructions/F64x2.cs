#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of two 64-bit floats side by side: <c>f64x2.splat</c> is <see cref="Splat"/> here.</summary>
public static class F64x2
{
    public const Opcode Splat = (Opcode)0xFD14;
    public const Opcode ExtractLane = (Opcode)0xFD21;
    public const Opcode ReplaceLane = (Opcode)0xFD22;
    public const Opcode Eq = (Opcode)0xFD47;
    public const Opcode Ne = (Opcode)0xFD48;
    public const Opcode Lt = (Opcode)0xFD49;
    public const Opcode Gt = (Opcode)0xFD4A;
    public const Opcode Le = (Opcode)0xFD4B;
    public const Opcode Ge = (Opcode)0xFD4C;
    public const Opcode PromoteLowF32x4 = (Opcode)0xFD5F;
    public const Opcode Ceil = (Opcode)0xFD74;
    public const Opcode Floor = (Opcode)0xFD75;
    public const Opcode Trunc = (Opcode)0xFD7A;
    public const Opcode Nearest = (Opcode)0xFD94;
    public const Opcode Abs = (Opcode)0xFDEC;
    public const Opcode Neg = (Opcode)0xFDED;
    public const Opcode Sqrt = (Opcode)0xFDEF;
    public const Opcode Add = (Opcode)0xFDF0;
    public const Opcode Sub = (Opcode)0xFDF1;
    public const Opcode Mul = (Opcode)0xFDF2;
    public const Opcode Div = (Opcode)0xFDF3;
    public const Opcode Min = (Opcode)0xFDF4;
    public const Opcode Max = (Opcode)0xFDF5;
    public const Opcode Pmin = (Opcode)0xFDF6;
    public const Opcode Pmax = (Opcode)0xFDF7;
    public const Opcode ConvertLowI32x4S = (Opcode)0xFDFE;
    public const Opcode ConvertLowI32x4U = (Opcode)0xFDFF;

    internal static Instruction[] Table() =>
        [
            new(Splat, "f64x2.splat", "d:v"),
            new(ExtractLane, "f64x2.extract_lane", "v:d", Immediate.Lane, 8),
            new(ReplaceLane, "f64x2.replace_lane", "vd:v", Immediate.Lane, 8),
            new(Eq, "f64x2.eq", "vv:v"),
            new(Ne, "f64x2.ne", "vv:v"),
            new(Lt, "f64x2.lt", "vv:v"),
            new(Gt, "f64x2.gt", "vv:v"),
            new(Le, "f64x2.le", "vv:v"),
            new(Ge, "f64x2.ge", "vv:v"),
            new(PromoteLowF32x4, "f64x2.promote_low_f32x4", "v:v"),
            new(Ceil, "f64x2.ceil", "v:v"),
            new(Floor, "f64x2.floor", "v:v"),
            new(Trunc, "f64x2.trunc", "v:v"),
            new(Nearest, "f64x2.nearest", "v:v"),
            new(Abs, "f64x2.abs", "v:v"),
            new(Neg, "f64x2.neg", "v:v"),
            new(Sqrt, "f64x2.sqrt", "v:v"),
            new(Add, "f64x2.add", "vv:v"),
            new(Sub, "f64x2.sub", "vv:v"),
            new(Mul, "f64x2.mul", "vv:v"),
            new(Div, "f64x2.div", "vv:v"),
            new(Min, "f64x2.min", "vv:v"),
            new(Max, "f64x2.max", "vv:v"),
            new(Pmin, "f64x2.pmin", "vv:v"),
            new(Pmax, "f64x2.pmax", "vv:v"),
            new(ConvertLowI32x4S, "f64x2.convert_low_i32x4_s", "v:v"),
            new(ConvertLowI32x4U, "f64x2.convert_low_i32x4_u", "v:v"),
        ];
}
