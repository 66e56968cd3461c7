using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Encoding;

/// <summary>Writes a module section by section, in the order that the specification asks for.</summary>
internal static class ModuleEncoder
{
    private const byte CustomSection = 0;
    private const byte FunctionNames = 1;

    public static byte[] Encode(Module module)
    {
        int codeBytes = module.Functions.Sum(function => function.Code.Bytes.Length + 64);
        int dataBytes = module.Data.Sum(segment => segment.Bytes.Length + 16);
        ByteBuffer output = new(codeBytes + dataBytes + 4096);
        output.Bytes([0, (byte)'a', (byte)'s', (byte)'m', 1, 0, 0, 0]);
        Section(output, 1, module.Types, Type);
        Section(output, 2, module.Imports, (buffer, import) => Import(buffer, module, import));
        Section(output, 3, module.Functions, (buffer, function) => buffer.Unsigned((uint)module.IndexOf(function.Type)));
        Section<MemoryLimits>(output, 5, module.Memory is { } memory ? [memory] : [], Memory);
        Section(output, 6, module.Globals, Global);
        Section(output, 7, module.Exports, Export);
        if (module.Start is { } start)
        {
            output.Byte(8);
            output.Unsigned((uint)ByteBuffer.UnsignedLength((uint)start));
            output.Unsigned((uint)start);
        }

        Section(output, 10, module.Functions, (buffer, function) => function.Write(buffer));
        Section(output, 11, module.Data, Data);
        Names(output, module);
        return output.Written.ToArray();
    }

    // Number of the section, its length in bytes, the count of its items, the items.
    private static void Section<T>(ByteBuffer output, byte number, IReadOnlyList<T> items, Action<ByteBuffer, T> write)
    {
        if (items.Count == 0)
        {
            return;
        }

        ByteBuffer section = new(1024);
        section.Unsigned((uint)items.Count);
        foreach (T item in items)
        {
            write(section, item);
        }

        output.Byte(number);
        output.Unsigned((uint)section.Length);
        output.Bytes(section.Written);
    }

    private static void Type(ByteBuffer output, FunctionType type)
    {
        output.Byte(0x60);
        Types(output, type.Parameters);
        Types(output, type.Results);
    }

    private static void Types(ByteBuffer output, IReadOnlyList<ValType> types)
    {
        output.Unsigned((uint)types.Count);
        foreach (ValType type in types)
        {
            output.Byte((byte)type);
        }
    }

    private static void Import(ByteBuffer output, Module module, Import import)
    {
        output.Name(import.Module);
        output.Name(import.Name);
        output.Byte((byte)ExportKind.Function);
        output.Unsigned((uint)module.IndexOf(import.Type));
    }

    private static void Memory(ByteBuffer output, MemoryLimits memory)
    {
        output.Byte((byte)(memory.Maximum is null ? 0 : 1));
        output.Unsigned((uint)memory.Minimum);
        if (memory.Maximum is { } maximum)
        {
            output.Unsigned((uint)maximum);
        }
    }

    private static void Global(ByteBuffer output, Global global)
    {
        output.Byte((byte)global.Type);
        output.Byte((byte)(global.IsMutable ? 1 : 0));
        switch (global.Type)
        {
            case ValType.I32:
                output.Byte((byte)I32.Const);
                output.Signed((int)global.InitialBits);
                break;
            case ValType.I64:
                output.Byte((byte)I64.Const);
                output.Signed(global.InitialBits);
                break;
            case ValType.F32:
                output.Byte((byte)F32.Const);
                output.Float(BitConverter.Int32BitsToSingle((int)global.InitialBits));
                break;
            case ValType.F64:
                output.Byte((byte)F64.Const);
                output.Double(BitConverter.Int64BitsToDouble(global.InitialBits));
                break;
            default:
                throw new NotSupportedException($"A global of the type {global.Type.Text()} can't be written.");
        }

        output.Byte((byte)Opcode.End);
    }

    private static void Export(ByteBuffer output, Export export)
    {
        output.Name(export.Name);
        output.Byte((byte)export.Kind);
        output.Unsigned((uint)export.Index);
    }

    private static void Data(ByteBuffer output, DataSegment segment)
    {
        output.Byte(0);
        output.Byte((byte)I32.Const);
        output.Signed(segment.Address);
        output.Byte((byte)Opcode.End);
        output.Unsigned((uint)segment.Bytes.Length);
        output.Bytes(segment.Bytes.Span);
    }

    // For profiles and messages of the browser; nothing depends on it.
    private static void Names(ByteBuffer output, Module module)
    {
        if (module.Functions.Count == 0)
        {
            return;
        }

        ByteBuffer names = new(1024);
        names.Unsigned((uint)module.Functions.Count);
        foreach (Function function in module.Functions)
        {
            names.Unsigned((uint)function.Index);
            names.Name(function.Name);
        }

        ByteBuffer section = new(names.Length + 16);
        section.Name("name");
        section.Byte(FunctionNames);
        section.Unsigned((uint)names.Length);
        section.Bytes(names.Written);
        output.Byte(CustomSection);
        output.Unsigned((uint)section.Length);
        output.Bytes(section.Written);
    }
}
