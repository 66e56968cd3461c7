#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of four 32-bit integers side by side: <c>i32x4.splat</c> is <see cref="Splat"/> here.</summary>
public static class I32x4
{
    public const Opcode Splat = (Opcode)0xFD11;
    public const Opcode ExtractLane = (Opcode)0xFD1B;
    public const Opcode ReplaceLane = (Opcode)0xFD1C;
    public const Opcode Eq = (Opcode)0xFD37;
    public const Opcode Ne = (Opcode)0xFD38;
    public const Opcode LtS = (Opcode)0xFD39;
    public const Opcode LtU = (Opcode)0xFD3A;
    public const Opcode GtS = (Opcode)0xFD3B;
    public const Opcode GtU = (Opcode)0xFD3C;
    public const Opcode LeS = (Opcode)0xFD3D;
    public const Opcode LeU = (Opcode)0xFD3E;
    public const Opcode GeS = (Opcode)0xFD3F;
    public const Opcode GeU = (Opcode)0xFD40;
    public const Opcode Abs = (Opcode)0xFDA0;
    public const Opcode Neg = (Opcode)0xFDA1;
    public const Opcode AllTrue = (Opcode)0xFDA3;
    public const Opcode Bitmask = (Opcode)0xFDA4;
    public const Opcode Shl = (Opcode)0xFDAB;
    public const Opcode ShrS = (Opcode)0xFDAC;
    public const Opcode ShrU = (Opcode)0xFDAD;
    public const Opcode Add = (Opcode)0xFDAE;
    public const Opcode Sub = (Opcode)0xFDB1;
    public const Opcode Mul = (Opcode)0xFDB5;
    public const Opcode MinS = (Opcode)0xFDB6;
    public const Opcode MinU = (Opcode)0xFDB7;
    public const Opcode MaxS = (Opcode)0xFDB8;
    public const Opcode MaxU = (Opcode)0xFDB9;
    public const Opcode TruncSatF32x4S = (Opcode)0xFDF8;
    public const Opcode TruncSatF32x4U = (Opcode)0xFDF9;
    public const Opcode TruncSatF64x2SZero = (Opcode)0xFDFC;
    public const Opcode TruncSatF64x2UZero = (Opcode)0xFDFD;

    internal static Instruction[] Table() =>
        [
            new(Splat, "i32x4.splat", "i:v"),
            new(ExtractLane, "i32x4.extract_lane", "v:i", Immediate.Lane, 4),
            new(ReplaceLane, "i32x4.replace_lane", "vi:v", Immediate.Lane, 4),
            new(Eq, "i32x4.eq", "vv:v"),
            new(Ne, "i32x4.ne", "vv:v"),
            new(LtS, "i32x4.lt_s", "vv:v"),
            new(LtU, "i32x4.lt_u", "vv:v"),
            new(GtS, "i32x4.gt_s", "vv:v"),
            new(GtU, "i32x4.gt_u", "vv:v"),
            new(LeS, "i32x4.le_s", "vv:v"),
            new(LeU, "i32x4.le_u", "vv:v"),
            new(GeS, "i32x4.ge_s", "vv:v"),
            new(GeU, "i32x4.ge_u", "vv:v"),
            new(Abs, "i32x4.abs", "v:v"),
            new(Neg, "i32x4.neg", "v:v"),
            new(AllTrue, "i32x4.all_true", "v:i"),
            new(Bitmask, "i32x4.bitmask", "v:i"),
            new(Shl, "i32x4.shl", "vi:v"),
            new(ShrS, "i32x4.shr_s", "vi:v"),
            new(ShrU, "i32x4.shr_u", "vi:v"),
            new(Add, "i32x4.add", "vv:v"),
            new(Sub, "i32x4.sub", "vv:v"),
            new(Mul, "i32x4.mul", "vv:v"),
            new(MinS, "i32x4.min_s", "vv:v"),
            new(MinU, "i32x4.min_u", "vv:v"),
            new(MaxS, "i32x4.max_s", "vv:v"),
            new(MaxU, "i32x4.max_u", "vv:v"),
            new(TruncSatF32x4S, "i32x4.trunc_sat_f32x4_s", "v:v"),
            new(TruncSatF32x4U, "i32x4.trunc_sat_f32x4_u", "v:v"),
            new(TruncSatF64x2SZero, "i32x4.trunc_sat_f64x2_s_zero", "v:v"),
            new(TruncSatF64x2UZero, "i32x4.trunc_sat_f64x2_u_zero", "v:v"),
        ];
}
