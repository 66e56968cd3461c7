#pragma warning disable CS1591 // The names are the specification's; there is nothing to add to them.

namespace PhantomNet.Wasm.Instructions;

/// <summary>The instructions of two 64-bit integers side by side: <c>i64x2.splat</c> is <see cref="Splat"/> here.</summary>
public static class I64x2
{
    public const Opcode Splat = (Opcode)0xFD12;
    public const Opcode ExtractLane = (Opcode)0xFD1D;
    public const Opcode ReplaceLane = (Opcode)0xFD1E;
    public const Opcode Abs = (Opcode)0xFDC0;
    public const Opcode Neg = (Opcode)0xFDC1;
    public const Opcode AllTrue = (Opcode)0xFDC3;
    public const Opcode Bitmask = (Opcode)0xFDC4;
    public const Opcode Shl = (Opcode)0xFDCB;
    public const Opcode ShrS = (Opcode)0xFDCC;
    public const Opcode ShrU = (Opcode)0xFDCD;
    public const Opcode Add = (Opcode)0xFDCE;
    public const Opcode Sub = (Opcode)0xFDD1;
    public const Opcode Mul = (Opcode)0xFDD5;
    public const Opcode ExtendLowI32x4S = (Opcode)0xFDC7;
    public const Opcode ExtendHighI32x4S = (Opcode)0xFDC8;
    public const Opcode ExtendLowI32x4U = (Opcode)0xFDC9;
    public const Opcode ExtendHighI32x4U = (Opcode)0xFDCA;
    public const Opcode Eq = (Opcode)0xFDD6;
    public const Opcode Ne = (Opcode)0xFDD7;
    public const Opcode LtS = (Opcode)0xFDD8;
    public const Opcode GtS = (Opcode)0xFDD9;
    public const Opcode LeS = (Opcode)0xFDDA;
    public const Opcode GeS = (Opcode)0xFDDB;

    internal static Instruction[] Table() =>
        [
            new(Splat, "i64x2.splat", "l:v"),
            new(ExtractLane, "i64x2.extract_lane", "v:l", Immediate.Lane, 8),
            new(ReplaceLane, "i64x2.replace_lane", "vl:v", Immediate.Lane, 8),
            new(Abs, "i64x2.abs", "v:v"),
            new(Neg, "i64x2.neg", "v:v"),
            new(AllTrue, "i64x2.all_true", "v:i"),
            new(Bitmask, "i64x2.bitmask", "v:i"),
            new(Shl, "i64x2.shl", "vi:v"),
            new(ShrS, "i64x2.shr_s", "vi:v"),
            new(ShrU, "i64x2.shr_u", "vi:v"),
            new(Add, "i64x2.add", "vv:v"),
            new(Sub, "i64x2.sub", "vv:v"),
            new(Mul, "i64x2.mul", "vv:v"),
            new(ExtendLowI32x4S, "i64x2.extend_low_i32x4_s", "v:v"),
            new(ExtendHighI32x4S, "i64x2.extend_high_i32x4_s", "v:v"),
            new(ExtendLowI32x4U, "i64x2.extend_low_i32x4_u", "v:v"),
            new(ExtendHighI32x4U, "i64x2.extend_high_i32x4_u", "v:v"),
            new(Eq, "i64x2.eq", "vv:v"),
            new(Ne, "i64x2.ne", "vv:v"),
            new(LtS, "i64x2.lt_s", "vv:v"),
            new(GtS, "i64x2.gt_s", "vv:v"),
            new(LeS, "i64x2.le_s", "vv:v"),
            new(GeS, "i64x2.ge_s", "vv:v"),
        ];
}
