using PhantomNet.Wasm.Encoding;

namespace PhantomNet.Wasm;

/// <summary>A function of the module.</summary>
public sealed class Function
{
    private readonly List<ValType> _locals = [];

    internal Function(int index, string name, FunctionType type)
    {
        Index = index;
        Name = name;
        Type = type;
        Code = new Code(this);
    }

    /// <summary>Its index, by which it is called and exported.</summary>
    public int Index { get; }

    /// <summary>Its name, in messages, listings and a browser's profile.</summary>
    public string Name { get; }

    /// <summary>What it takes and gives.</summary>
    public FunctionType Type { get; }

    /// <summary>Its instructions. The one that ends the body is added by <see cref="Module.ToBytes"/>.</summary>
    public Code Code { get; }

    /// <summary>Types of the locals that follow the parameters.</summary>
    public IReadOnlyList<ValType> Locals => _locals;

    /// <summary>Adds a local, 0 at the start, and returns its index.</summary>
    public int AddLocal(ValType type)
    {
        _locals.Add(type);
        return Type.Parameters.Count + _locals.Count - 1;
    }

    /// <summary>Adds several of one type and returns the index of the first.</summary>
    public int AddLocals(ValType type, int count)
    {
        int first = Type.Parameters.Count + _locals.Count;
        for (int i = 0; i < count; i++)
        {
            _locals.Add(type);
        }

        return first;
    }

    // Runs of one type, then the instructions and the end.
    internal void Write(ByteBuffer output)
    {
        ByteBuffer head = new(64);
        int runs = 0;
        for (int i = 0; i < _locals.Count; runs++)
        {
            int start = i;
            while (i < _locals.Count && _locals[i] == _locals[start])
            {
                i++;
            }

            head.Unsigned((uint)(i - start));
            head.Byte((byte)_locals[start]);
        }

        output.Unsigned((uint)(ByteBuffer.UnsignedLength((uint)runs) + head.Length + Code.Bytes.Length + 1));
        output.Unsigned((uint)runs);
        output.Bytes(head.Written);
        output.Bytes(Code.Bytes);
        output.Byte((byte)Instructions.Opcode.End);
    }
}
