using System.Buffers.Binary;

namespace PhantomNet.Wasm.Instructions;

/// <summary>Reads the instructions of a function one by one.</summary>
/// <exception cref="InvalidDataException">The bytes are no code; the message says at which one.</exception>
internal ref struct InstructionReader(ReadOnlySpan<byte> code)
{
    private readonly ReadOnlySpan<byte> _code = code;
    private int _at;

    /// <summary>Which instruction of the function this is, from 0.</summary>
    public int Number { get; private set; } = -1;

    /// <summary>Its first byte.</summary>
    public int Start { get; private set; }

    public Instruction Instruction { get; private set; } = null!;

    /// <summary>Of a local, a global, a function or a label.</summary>
    public uint Index { get; private set; }

    /// <summary>All labels of a table, the default last.</summary>
    public uint[] Labels { get; private set; } = [];

    public ValType BlockType { get; private set; }

    public uint Alignment { get; private set; }

    public uint Offset { get; private set; }

    public int Lane { get; private set; }

    /// <summary>The bytes of a constant or of a shuffle's lanes.</summary>
    public ReadOnlySpan<byte> Bytes { get; private set; }

    /// <summary>An integer constant.</summary>
    public long Integer { get; private set; }

    public bool Next()
    {
        if (_at >= _code.Length)
        {
            return false;
        }

        Number++;
        Start = _at;
        int opcode = Byte();
        if (opcode is 0xFC or 0xFD)
        {
            opcode = (opcode << 8) | (int)Unsigned();
        }

        Instruction = InstructionTable.All.TryGetValue((Opcode)opcode, out Instruction? found)
            ? found
            : throw new InvalidDataException($"byte {Start}: 0x{opcode:X2} is no instruction that is known here");
        ReadImmediate();
        return true;
    }

    private void ReadImmediate()
    {
        switch (Instruction.Immediate)
        {
            case Immediate.BlockType:
                BlockType = (ValType)Byte();
                break;
            case Immediate.Label or Immediate.Function or Immediate.Local or Immediate.Global:
                Index = Unsigned();
                break;
            case Immediate.LabelTable:
                Labels = new uint[Math.Min(Unsigned(), (uint)_code.Length) + 1];
                foreach (ref uint label in Labels.AsSpan())
                {
                    label = Unsigned();
                }

                break;
            case Immediate.Memory or Immediate.MemoryLane:
                Alignment = Unsigned();
                Offset = Unsigned();
                Lane = Instruction.Immediate == Immediate.MemoryLane ? Byte() : 0;
                break;
            case Immediate.Lane:
                Lane = Byte();
                break;
            case Immediate.MemoryIndex:
                Index = Byte();
                break;
            case Immediate.TwoMemoryIndices:
                Index = (uint)(Byte() | Byte());
                break;
            case Immediate.I32 or Immediate.I64:
                Integer = Signed();
                break;
            case Immediate.F32:
                Bytes = Take(sizeof(float));
                break;
            case Immediate.F64:
                Bytes = Take(sizeof(double));
                break;
            case Immediate.V128 or Immediate.Shuffle:
                Bytes = Take(16);
                break;
            default:
                break;
        }
    }

    private byte Byte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_at + count > _code.Length)
        {
            throw new InvalidDataException($"byte {Start}: the code ends within an instruction");
        }

        _at += count;
        return _code.Slice(_at - count, count);
    }

    private uint Unsigned()
    {
        ulong value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte next = Byte();
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return checked((uint)value);
            }
        }

        throw new InvalidDataException($"byte {Start}: a number has more than 32 bits");
    }

    private long Signed()
    {
        long value = 0;
        for (int shift = 0; shift < 70; shift += 7)
        {
            byte next = Byte();
            value |= (long)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return shift + 7 < 64 && (next & 0x40) != 0 ? value | (-1L << (shift + 7)) : value;
            }
        }

        throw new InvalidDataException($"byte {Start}: a number has more than 64 bits");
    }

    /// <summary>A float constant.</summary>
    public readonly float Float => BinaryPrimitives.ReadSingleLittleEndian(Bytes);

    /// <summary>A double constant.</summary>
    public readonly double Double => BinaryPrimitives.ReadDoubleLittleEndian(Bytes);
}
