#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of 64-bit integers: <c>i64.load</c> is <see cref="Load"/> here.</summary>
public static class I64
{
    public const Opcode Load = (Opcode)0x29;
    public const Opcode Load8S = (Opcode)0x30;
    public const Opcode Load8U = (Opcode)0x31;
    public const Opcode Load16S = (Opcode)0x32;
    public const Opcode Load16U = (Opcode)0x33;
    public const Opcode Load32S = (Opcode)0x34;
    public const Opcode Load32U = (Opcode)0x35;
    public const Opcode Store = (Opcode)0x37;
    public const Opcode Store8 = (Opcode)0x3C;
    public const Opcode Store16 = (Opcode)0x3D;
    public const Opcode Store32 = (Opcode)0x3E;
    public const Opcode Const = (Opcode)0x42;
    public const Opcode Eqz = (Opcode)0x50;
    public const Opcode Eq = (Opcode)0x51;
    public const Opcode Ne = (Opcode)0x52;
    public const Opcode LtS = (Opcode)0x53;
    public const Opcode LtU = (Opcode)0x54;
    public const Opcode GtS = (Opcode)0x55;
    public const Opcode GtU = (Opcode)0x56;
    public const Opcode LeS = (Opcode)0x57;
    public const Opcode LeU = (Opcode)0x58;
    public const Opcode GeS = (Opcode)0x59;
    public const Opcode GeU = (Opcode)0x5A;
    public const Opcode Clz = (Opcode)0x79;
    public const Opcode Ctz = (Opcode)0x7A;
    public const Opcode Popcnt = (Opcode)0x7B;
    public const Opcode Add = (Opcode)0x7C;
    public const Opcode Sub = (Opcode)0x7D;
    public const Opcode Mul = (Opcode)0x7E;
    public const Opcode DivS = (Opcode)0x7F;
    public const Opcode DivU = (Opcode)0x80;
    public const Opcode RemS = (Opcode)0x81;
    public const Opcode RemU = (Opcode)0x82;
    public const Opcode And = (Opcode)0x83;
    public const Opcode Or = (Opcode)0x84;
    public const Opcode Xor = (Opcode)0x85;
    public const Opcode Shl = (Opcode)0x86;
    public const Opcode ShrS = (Opcode)0x87;
    public const Opcode ShrU = (Opcode)0x88;
    public const Opcode Rotl = (Opcode)0x89;
    public const Opcode Rotr = (Opcode)0x8A;
    public const Opcode ExtendI32S = (Opcode)0xAC;
    public const Opcode ExtendI32U = (Opcode)0xAD;
    public const Opcode TruncF32S = (Opcode)0xAE;
    public const Opcode TruncF32U = (Opcode)0xAF;
    public const Opcode TruncF64S = (Opcode)0xB0;
    public const Opcode TruncF64U = (Opcode)0xB1;
    public const Opcode ReinterpretF64 = (Opcode)0xBD;
    public const Opcode Extend8S = (Opcode)0xC2;
    public const Opcode Extend16S = (Opcode)0xC3;
    public const Opcode Extend32S = (Opcode)0xC4;
    public const Opcode TruncSatF32S = (Opcode)0xFC04;
    public const Opcode TruncSatF32U = (Opcode)0xFC05;
    public const Opcode TruncSatF64S = (Opcode)0xFC06;
    public const Opcode TruncSatF64U = (Opcode)0xFC07;

    internal static Instruction[] Table() =>
        [
            new(Load, "i64.load", "i:l", Immediate.Memory, 8),
            new(Load8S, "i64.load8_s", "i:l", Immediate.Memory, 1),
            new(Load8U, "i64.load8_u", "i:l", Immediate.Memory, 1),
            new(Load16S, "i64.load16_s", "i:l", Immediate.Memory, 2),
            new(Load16U, "i64.load16_u", "i:l", Immediate.Memory, 2),
            new(Load32S, "i64.load32_s", "i:l", Immediate.Memory, 4),
            new(Load32U, "i64.load32_u", "i:l", Immediate.Memory, 4),
            new(Store, "i64.store", "il:", Immediate.Memory, 8),
            new(Store8, "i64.store8", "il:", Immediate.Memory, 1),
            new(Store16, "i64.store16", "il:", Immediate.Memory, 2),
            new(Store32, "i64.store32", "il:", Immediate.Memory, 4),
            new(Const, "i64.const", ":l", Immediate.I64),
            new(Eqz, "i64.eqz", "l:i"),
            new(Eq, "i64.eq", "ll:i"),
            new(Ne, "i64.ne", "ll:i"),
            new(LtS, "i64.lt_s", "ll:i"),
            new(LtU, "i64.lt_u", "ll:i"),
            new(GtS, "i64.gt_s", "ll:i"),
            new(GtU, "i64.gt_u", "ll:i"),
            new(LeS, "i64.le_s", "ll:i"),
            new(LeU, "i64.le_u", "ll:i"),
            new(GeS, "i64.ge_s", "ll:i"),
            new(GeU, "i64.ge_u", "ll:i"),
            new(Clz, "i64.clz", "l:l"),
            new(Ctz, "i64.ctz", "l:l"),
            new(Popcnt, "i64.popcnt", "l:l"),
            new(Add, "i64.add", "ll:l"),
            new(Sub, "i64.sub", "ll:l"),
            new(Mul, "i64.mul", "ll:l"),
            new(DivS, "i64.div_s", "ll:l"),
            new(DivU, "i64.div_u", "ll:l"),
            new(RemS, "i64.rem_s", "ll:l"),
            new(RemU, "i64.rem_u", "ll:l"),
            new(And, "i64.and", "ll:l"),
            new(Or, "i64.or", "ll:l"),
            new(Xor, "i64.xor", "ll:l"),
            new(Shl, "i64.shl", "ll:l"),
            new(ShrS, "i64.shr_s", "ll:l"),
            new(ShrU, "i64.shr_u", "ll:l"),
            new(Rotl, "i64.rotl", "ll:l"),
            new(Rotr, "i64.rotr", "ll:l"),
            new(ExtendI32S, "i64.extend_i32_s", "i:l"),
            new(ExtendI32U, "i64.extend_i32_u", "i:l"),
            new(TruncF32S, "i64.trunc_f32_s", "f:l"),
            new(TruncF32U, "i64.trunc_f32_u", "f:l"),
            new(TruncF64S, "i64.trunc_f64_s", "d:l"),
            new(TruncF64U, "i64.trunc_f64_u", "d:l"),
            new(ReinterpretF64, "i64.reinterpret_f64", "d:l"),
            new(Extend8S, "i64.extend8_s", "l:l"),
            new(Extend16S, "i64.extend16_s", "l:l"),
            new(Extend32S, "i64.extend32_s", "l:l"),
            new(TruncSatF32S, "i64.trunc_sat_f32_s", "f:l"),
            new(TruncSatF32U, "i64.trunc_sat_f32_u", "f:l"),
            new(TruncSatF64S, "i64.trunc_sat_f64_s", "d:l"),
            new(TruncSatF64U, "i64.trunc_sat_f64_u", "d:l"),
        ];
}
