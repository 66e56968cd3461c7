using System.Text;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Listing;

/// <summary>A module as text, close to WebAssembly's own text format: an instruction a line, blocks indented.</summary>
public static class ModuleListing
{
    private const int Step = 2; // spaces

    /// <summary>The whole module.</summary>
    public static string Of(Module module)
    {
        StringBuilder text = new("(module\n");
        foreach (Import import in module.Imports)
        {
            text.Append($"  (import \"{import.Module}\" \"{import.Name}\" (func{Space(import.Type)}))\n");
        }

        if (module.Memory is { } memory)
        {
            string maximum = memory.Maximum is { } most ? $" {most}" : "";
            text.Append($"  (memory {memory.Minimum}{maximum})\n");
        }

        foreach (Global global in module.Globals)
        {
            string type = global.IsMutable ? $"(mut {global.Type.Text()})" : global.Type.Text();
            text.Append($"  (global {type} ({global.Type.Text()}.const {Value(global)}))\n");
        }

        foreach (Export export in module.Exports)
        {
            string kind = export.Kind == ExportKind.Function ? "func" : export.Kind.ToString().ToLowerInvariant();
            text.Append($"  (export \"{export.Name}\" ({kind} {export.Index}))\n");
        }

        if (module.Start is { } start)
        {
            text.Append($"  (start {start})\n");
        }

        foreach (Function function in module.Functions)
        {
            Append(text, module, function);
        }

        foreach (DataSegment segment in module.Data)
        {
            text.Append($"  (data (i32.const {segment.Address}) \"");
            foreach (byte value in segment.Bytes.Span)
            {
                text.Append($"\\{value:x2}");
            }

            text.Append("\")\n");
        }

        return text.Append(")\n").ToString();
    }

    /// <summary>One function.</summary>
    public static string Of(Module module, Function function)
    {
        StringBuilder text = new();
        Append(text, module, function);
        return text.ToString();
    }

    private static void Append(StringBuilder text, Module module, Function function)
    {
        text.Append($"  (func ${function.Name}{Space(function.Type)}");
        if (function.Locals.Count > 0)
        {
            text.Append($" (local {string.Join(' ', function.Locals.Select(type => type.Text()))})");
        }

        text.Append('\n');
        int indent = 2 * Step;
        InstructionReader reader = new(function.Code.Bytes);
        while (reader.Next())
        {
            Opcode opcode = reader.Instruction.Opcode;
            indent -= opcode is Opcode.End or Opcode.Else ? Step : 0;
            text.Append(' ', Math.Max(indent, 0)).Append(reader.Instruction.Name);
            text.Append(Operand(ref reader, module)).Append('\n');
            indent += opcode is Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Else ? Step : 0;
        }

        text.Append("  )\n");
    }

    private static string Operand(ref InstructionReader reader, Module module)
    {
        switch (reader.Instruction.Immediate)
        {
            case Immediate.BlockType:
                return reader.BlockType == ValType.None ? "" : $" (result {reader.BlockType.Text()})";
            case Immediate.Function:
                return $" {Name(module, reader.Index)}";
            case Immediate.Local or Immediate.Global or Immediate.Label:
                return $" {reader.Index}";
            case Immediate.LabelTable:
                return $" {string.Join(' ', reader.Labels)}";
            case Immediate.Memory or Immediate.MemoryLane:
                string offset = reader.Offset == 0 ? "" : $" offset={reader.Offset}";
                string lane = reader.Instruction.Immediate == Immediate.MemoryLane ? $" {reader.Lane}" : "";
                return $"{offset} align={1 << (int)reader.Alignment}{lane}";
            case Immediate.Lane:
                return $" {reader.Lane}";
            case Immediate.I32 or Immediate.I64:
                return $" {reader.Integer}";
            case Immediate.F32:
                return $" {Number(reader.Float)}";
            case Immediate.F64:
                return $" {Number(reader.Double)}";
            case Immediate.V128:
                return $" i32x4{Words(reader.Bytes)}";
            case Immediate.Shuffle:
                return Lanes(reader.Bytes);
            default:
                return "";
        }
    }

    private static string Name(Module module, uint function) =>
        function >= module.Imports.Count ? $"${module.Functions[(int)function - module.Imports.Count].Name}" : $"{function}";

    private static string Lanes(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        foreach (byte lane in bytes)
        {
            text.Append($" {lane}");
        }

        return text.ToString();
    }

    private static string Words(ReadOnlySpan<byte> bytes)
    {
        StringBuilder text = new();
        for (int i = 0; i < bytes.Length; i += sizeof(uint))
        {
            text.Append($" 0x{System.Buffers.Binary.BinaryPrimitives.ReadUInt32LittleEndian(bytes[i..]):x8}");
        }

        return text.ToString();
    }

    private static string Value(Global global) =>
        global.Type switch
        {
            ValType.F32 => Number(BitConverter.Int32BitsToSingle((int)global.InitialBits)),
            ValType.F64 => Number(BitConverter.Int64BitsToDouble(global.InitialBits)),
            _ => $"{global.InitialBits}",
        };

    // The text format's words for what isn't a finite number. The sign and bits of a NaN are not told.
    private static string Number(double value) =>
        double.IsNaN(value) ? "nan"
        : double.IsInfinity(value) ? (value > 0 ? "inf" : "-inf")
        : $"{value:R}";

    private static string Space(FunctionType type) => type.ToString() is { Length: > 0 } text ? $" {text}" : "";
}
