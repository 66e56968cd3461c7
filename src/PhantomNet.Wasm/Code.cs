using PhantomNet.Wasm.Encoding;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm;

/// <summary>
/// Writes the instructions of one function, straight into bytes. Nothing is checked here, so that writing stays fast also where C#
/// is interpreted; <see cref="Validation.Validator"/> checks a whole module.
/// </summary>
public sealed class Code
{
    private const int LongestInstruction = 32;
    private readonly Function _function;
    private readonly ByteBuffer _bytes = new(256);

    internal Code(Function function) => _function = function;

    /// <summary>What has been written so far.</summary>
    public ReadOnlySpan<byte> Bytes => _bytes.Written;

    /// <summary>The function that this is the code of.</summary>
    public Function Function => _function;

    /// <summary>For pieces of code that their author writes byte by byte.</summary>
    public ByteBuffer Buffer => _bytes;

    /// <summary>An instruction that nothing follows.</summary>
    public void Emit(Opcode opcode)
    {
        Span<byte> room = _bytes.Room(LongestInstruction);
        _bytes.Advance(Write(room, opcode));
    }

    /// <summary>The instructions one after another.</summary>
    public void Emit(params ReadOnlySpan<Opcode> opcodes)
    {
        foreach (Opcode opcode in opcodes)
        {
            Emit(opcode);
        }
    }

    /// <summary>An instruction that an index follows: of a local, a global, a function or a label.</summary>
    public void Emit(Opcode opcode, int index)
    {
        Span<byte> room = _bytes.Room(LongestInstruction);
        int length = Write(room, opcode);
        _bytes.Advance(length + Write(room[length..], (uint)index));
    }

    /// <summary>Reads or writes memory at the address on the stack plus <paramref name="offset"/>.</summary>
    /// <param name="opcode">The instruction.</param>
    /// <param name="offset">Bytes to add to the address.</param>
    /// <param name="alignment">A promise to the machine, as a power of two: 2 for a multiple of four bytes. It may be too small.</param>
    public void Access(Opcode opcode, int offset = 0, int alignment = 0)
    {
        Span<byte> room = _bytes.Room(LongestInstruction);
        int length = Write(room, opcode);
        room[length++] = (byte)alignment;
        _bytes.Advance(length + Write(room[length..], (uint)offset));
    }

    /// <summary>Reads or writes one lane in memory.</summary>
    public void AccessLane(Opcode opcode, int lane, int offset = 0, int alignment = 0)
    {
        Access(opcode, offset, alignment);
        _bytes.Byte((byte)lane);
    }

    /// <summary>Takes a lane out, or puts one in.</summary>
    public void Lane(Opcode opcode, int lane)
    {
        Emit(opcode);
        _bytes.Byte((byte)lane);
    }

    /// <summary>Puts together sixteen bytes of the thirty-two of two vectors.</summary>
    public void Shuffle(params ReadOnlySpan<byte> bytes)
    {
        Emit(I8x16.Shuffle);
        _bytes.Bytes(bytes);
    }

    /// <summary>Puts together four 32-bit lanes of the eight of two vectors.</summary>
    public void ShuffleWords(int a, int b, int c, int d)
    {
        Emit(I8x16.Shuffle);
        foreach (int word in (ReadOnlySpan<int>)[a, b, c, d])
        {
            for (int i = 0; i < 4; i++)
            {
                _bytes.Byte((byte)((4 * word) + i));
            }
        }
    }

    /// <summary>An instruction of <see cref="Memory"/>: which memory it works on follows, always the one that there is.</summary>
    public void Whole(Opcode opcode)
    {
        Emit(opcode);
        _bytes.Byte(0);
        if (opcode == Memory.Copy)
        {
            _bytes.Byte(0); // from, as well as to
        }
    }

    /// <summary>Reads a local.</summary>
    public void LocalGet(int local) => Emit(Opcode.LocalGet, local);

    /// <summary>Sets a local.</summary>
    public void LocalSet(int local) => Emit(Opcode.LocalSet, local);

    /// <summary>Sets a local and leaves the value.</summary>
    public void LocalTee(int local) => Emit(Opcode.LocalTee, local);

    /// <summary>Calls a function.</summary>
    public void Call(Function function) => Emit(Opcode.Call, function.Index);

    /// <summary>A constant.</summary>
    public void Const(int value)
    {
        _bytes.Byte((byte)I32.Const);
        _bytes.Signed(value);
    }

    /// <summary>A constant.</summary>
    public void Const(long value)
    {
        _bytes.Byte((byte)I64.Const);
        _bytes.Signed(value);
    }

    /// <summary>A constant.</summary>
    public void Const(float value)
    {
        _bytes.Byte((byte)F32.Const);
        _bytes.Float(value);
    }

    /// <summary>A constant.</summary>
    public void Const(double value)
    {
        _bytes.Byte((byte)F64.Const);
        _bytes.Double(value);
    }

    /// <summary>A constant of four floats.</summary>
    public void Const(float a, float b, float c, float d)
    {
        Emit(V128.Const);
        _bytes.Float(a);
        _bytes.Float(b);
        _bytes.Float(c);
        _bytes.Float(d);
    }

    /// <summary>The same float four times.</summary>
    public void Splat(float value) => Const(value, value, value, value);

    /// <summary>Begins a block, a loop or a condition.</summary>
    /// <param name="opcode"><see cref="Opcode.Block"/>, <see cref="Opcode.Loop"/> or <see cref="Opcode.If"/>.</param>
    /// <param name="result">What it leaves on the stack.</param>
    public void Begin(Opcode opcode, ValType result = ValType.None)
    {
        _bytes.Byte((byte)opcode);
        _bytes.Byte((byte)result);
    }

    /// <summary>Ends the innermost of them.</summary>
    public void End() => _bytes.Byte((byte)Opcode.End);

    /// <summary>Goes to a label, counted from the innermost, 0, outwards: to a loop's start, to the end of anything else.</summary>
    public void Br(int label) => Emit(Opcode.Br, label);

    /// <summary>The same if the number on the stack isn't 0.</summary>
    public void BrIf(int label) => Emit(Opcode.BrIf, label);

    /// <summary>Goes to the label that the number on the stack says, or to the last one.</summary>
    public void BrTable(params ReadOnlySpan<int> labels)
    {
        Emit(Opcode.BrTable);
        _bytes.Unsigned((uint)(labels.Length - 1));
        foreach (int label in labels)
        {
            _bytes.Unsigned((uint)label);
        }
    }

    private static int Write(Span<byte> room, Opcode opcode)
    {
        int code = (int)opcode;
        if (code < 0x100)
        {
            room[0] = (byte)code;
            return 1;
        }

        room[0] = (byte)(code >> 8);
        return 1 + Write(room[1..], (uint)(byte)code);
    }

    private static int Write(Span<byte> room, uint value)
    {
        int length = 0;
        while (value >= 0x80)
        {
            room[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        room[length++] = (byte)value;
        return length;
    }
}
