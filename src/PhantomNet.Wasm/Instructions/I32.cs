#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of 32-bit integers: <c>i32.load</c> is <see cref="Load"/> here.</summary>
public static class I32
{
    public const Opcode Load = (Opcode)0x28;
    public const Opcode Load8S = (Opcode)0x2C;
    public const Opcode Load8U = (Opcode)0x2D;
    public const Opcode Load16S = (Opcode)0x2E;
    public const Opcode Load16U = (Opcode)0x2F;
    public const Opcode Store = (Opcode)0x36;
    public const Opcode Store8 = (Opcode)0x3A;
    public const Opcode Store16 = (Opcode)0x3B;
    public const Opcode Const = (Opcode)0x41;
    public const Opcode Eqz = (Opcode)0x45;
    public const Opcode Eq = (Opcode)0x46;
    public const Opcode Ne = (Opcode)0x47;
    public const Opcode LtS = (Opcode)0x48;
    public const Opcode LtU = (Opcode)0x49;
    public const Opcode GtS = (Opcode)0x4A;
    public const Opcode GtU = (Opcode)0x4B;
    public const Opcode LeS = (Opcode)0x4C;
    public const Opcode LeU = (Opcode)0x4D;
    public const Opcode GeS = (Opcode)0x4E;
    public const Opcode GeU = (Opcode)0x4F;
    public const Opcode Clz = (Opcode)0x67;
    public const Opcode Ctz = (Opcode)0x68;
    public const Opcode Popcnt = (Opcode)0x69;
    public const Opcode Add = (Opcode)0x6A;
    public const Opcode Sub = (Opcode)0x6B;
    public const Opcode Mul = (Opcode)0x6C;
    public const Opcode DivS = (Opcode)0x6D;
    public const Opcode DivU = (Opcode)0x6E;
    public const Opcode RemS = (Opcode)0x6F;
    public const Opcode RemU = (Opcode)0x70;
    public const Opcode And = (Opcode)0x71;
    public const Opcode Or = (Opcode)0x72;
    public const Opcode Xor = (Opcode)0x73;
    public const Opcode Shl = (Opcode)0x74;
    public const Opcode ShrS = (Opcode)0x75;
    public const Opcode ShrU = (Opcode)0x76;
    public const Opcode Rotl = (Opcode)0x77;
    public const Opcode Rotr = (Opcode)0x78;
    public const Opcode WrapI64 = (Opcode)0xA7;
    public const Opcode TruncF32S = (Opcode)0xA8;
    public const Opcode TruncF32U = (Opcode)0xA9;
    public const Opcode TruncF64S = (Opcode)0xAA;
    public const Opcode TruncF64U = (Opcode)0xAB;
    public const Opcode ReinterpretF32 = (Opcode)0xBC;
    public const Opcode Extend8S = (Opcode)0xC0;
    public const Opcode Extend16S = (Opcode)0xC1;
    public const Opcode TruncSatF32S = (Opcode)0xFC00;
    public const Opcode TruncSatF32U = (Opcode)0xFC01;
    public const Opcode TruncSatF64S = (Opcode)0xFC02;
    public const Opcode TruncSatF64U = (Opcode)0xFC03;

    internal static Instruction[] Table() =>
        [
            new(Load, "i32.load", "i:i", Immediate.Memory, 4),
            new(Load8S, "i32.load8_s", "i:i", Immediate.Memory, 1),
            new(Load8U, "i32.load8_u", "i:i", Immediate.Memory, 1),
            new(Load16S, "i32.load16_s", "i:i", Immediate.Memory, 2),
            new(Load16U, "i32.load16_u", "i:i", Immediate.Memory, 2),
            new(Store, "i32.store", "ii:", Immediate.Memory, 4),
            new(Store8, "i32.store8", "ii:", Immediate.Memory, 1),
            new(Store16, "i32.store16", "ii:", Immediate.Memory, 2),
            new(Const, "i32.const", ":i", Immediate.I32),
            new(Eqz, "i32.eqz", "i:i"),
            new(Eq, "i32.eq", "ii:i"),
            new(Ne, "i32.ne", "ii:i"),
            new(LtS, "i32.lt_s", "ii:i"),
            new(LtU, "i32.lt_u", "ii:i"),
            new(GtS, "i32.gt_s", "ii:i"),
            new(GtU, "i32.gt_u", "ii:i"),
            new(LeS, "i32.le_s", "ii:i"),
            new(LeU, "i32.le_u", "ii:i"),
            new(GeS, "i32.ge_s", "ii:i"),
            new(GeU, "i32.ge_u", "ii:i"),
            new(Clz, "i32.clz", "i:i"),
            new(Ctz, "i32.ctz", "i:i"),
            new(Popcnt, "i32.popcnt", "i:i"),
            new(Add, "i32.add", "ii:i"),
            new(Sub, "i32.sub", "ii:i"),
            new(Mul, "i32.mul", "ii:i"),
            new(DivS, "i32.div_s", "ii:i"),
            new(DivU, "i32.div_u", "ii:i"),
            new(RemS, "i32.rem_s", "ii:i"),
            new(RemU, "i32.rem_u", "ii:i"),
            new(And, "i32.and", "ii:i"),
            new(Or, "i32.or", "ii:i"),
            new(Xor, "i32.xor", "ii:i"),
            new(Shl, "i32.shl", "ii:i"),
            new(ShrS, "i32.shr_s", "ii:i"),
            new(ShrU, "i32.shr_u", "ii:i"),
            new(Rotl, "i32.rotl", "ii:i"),
            new(Rotr, "i32.rotr", "ii:i"),
            new(WrapI64, "i32.wrap_i64", "l:i"),
            new(TruncF32S, "i32.trunc_f32_s", "f:i"),
            new(TruncF32U, "i32.trunc_f32_u", "f:i"),
            new(TruncF64S, "i32.trunc_f64_s", "d:i"),
            new(TruncF64U, "i32.trunc_f64_u", "d:i"),
            new(ReinterpretF32, "i32.reinterpret_f32", "f:i"),
            new(Extend8S, "i32.extend8_s", "i:i"),
            new(Extend16S, "i32.extend16_s", "i:i"),
            new(TruncSatF32S, "i32.trunc_sat_f32_s", "f:i"),
            new(TruncSatF32U, "i32.trunc_sat_f32_u", "f:i"),
            new(TruncSatF64S, "i32.trunc_sat_f64_s", "d:i"),
            new(TruncSatF64U, "i32.trunc_sat_f64_u", "d:i"),
        ];
}
