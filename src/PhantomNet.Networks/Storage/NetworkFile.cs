using System.Buffers.Binary;
using System.Text;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Storage;

/// <summary>A network as a file: what it is, its parameters, and notes on how it came about.</summary>
/// <remarks>
/// Lines of UTF-8 first, for people too: the kind of file and its version, the spec, the notes, and how many parameters follow in
/// which precision. After an empty line the parameters, little-endian, in the order of <see cref="NetworkSpec.ParameterBlocks"/>,
/// and a CRC-32 of all bytes before it.
/// </remarks>
/// <param name="Spec">What the network is.</param>
/// <param name="Parameters">Its parameters; once read, as they were rounded.</param>
/// <param name="Notes">Short lines under a word each, in order.</param>
public sealed record NetworkFile(NetworkSpec Spec, float[] Parameters, IReadOnlyList<KeyValuePair<string, string>> Notes)
{
    private const string Kind = "PhantomNet network";
    private const int Version = 1;
    private const int ChecksumBytes = sizeof(uint);

    // A header is short; a file without its end is refused before it is searched through.
    private const int MostHeaderBytes = 1 << 16;

    /// <summary>The bytes of the file. The same network and notes give the same bytes.</summary>
    /// <exception cref="ArgumentException">
    /// The parameters are not the network's, one is not finite in that precision, or a note would not come back as it is.
    /// </exception>
    public byte[] ToBytes(StoredPrecision precision)
    {
        if (Parameters.Length != Spec.ParameterCount)
        {
            throw new ArgumentException(
                $"{Parameters.Length} parameters were given; the network {Spec} has {Spec.ParameterCount}."
            );
        }

        byte[] header = Encoding.UTF8.GetBytes(string.Join('\n', HeaderLines(precision)) + "\n\n");
        byte[] bytes = new byte[header.Length + (Parameters.Length * StoredNumbers.BytesEach(precision)) + ChecksumBytes];
        header.CopyTo(bytes, 0);
        StoredNumbers.Write(Parameters, bytes.AsSpan(header.Length..^ChecksumBytes), precision);
        BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(^ChecksumBytes..), Crc32.Of(bytes.AsSpan(..^ChecksumBytes)));
        return bytes;
    }

    /// <summary>Reads such a file and checks all of it.</summary>
    /// <exception cref="InvalidDataException">It is another kind of file, of another version, or broken; the message says which.</exception>
    public static NetworkFile FromBytes(ReadOnlySpan<byte> bytes)
    {
        int end = bytes[..Math.Min(bytes.Length, MostHeaderBytes)].IndexOf("\n\n"u8);
        string[] lines = end < 0 ? [] : Encoding.UTF8.GetString(bytes[..end]).Split('\n');
        if (lines is not [var first, ..] || !first.StartsWith(Kind, StringComparison.Ordinal))
        {
            throw new InvalidDataException($"This is no file of a network: it doesn't begin with “{Kind}”.");
        }

        if (first != $"{Kind} {Version}")
        {
            throw new InvalidDataException($"The file says “{first}”; this version of the program reads {Kind} {Version}.");
        }

        if (Crc32.Of(bytes[..^ChecksumBytes]) != BinaryPrimitives.ReadUInt32LittleEndian(bytes[^ChecksumBytes..]))
        {
            throw new InvalidDataException("The file of the network is damaged: its checksum is wrong. Get or save it anew.");
        }

        try
        {
            return Read(lines[1..], bytes[(end + 2)..^ChecksumBytes]);
        }
        catch (Exception error) when (error is FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"The file describes no network: {error.Message}", error);
        }
    }

    private static NetworkFile Read(string[] lines, ReadOnlySpan<byte> numbers)
    {
        List<string> spec = [];
        List<KeyValuePair<string, string>> notes = [];
        (int Count, StoredPrecision Precision)? stored = null;
        foreach (string line in lines)
        {
            switch (line.Split(' ', 3))
            {
                case ["note", var word, var text]:
                    notes.Add(new(word, text));
                    break;
                case ["parameters", var count, var precision]:
                    stored = (int.Parse(count), Enum.Parse<StoredPrecision>(precision));
                    break;
                default:
                    spec.Add(line);
                    break;
            }
        }

        NetworkSpec network = SpecText.Read(spec);
        (int parameters, StoredPrecision width) =
            stored ?? throw new FormatException("No line says how many parameters follow.");
        if (parameters != network.ParameterCount || numbers.Length != (long)parameters * StoredNumbers.BytesEach(width))
        {
            throw new FormatException(
                $"It announces {parameters} parameters and has {numbers.Length} bytes of them; the network {network} has "
                    + $"{network.ParameterCount}, of {StoredNumbers.BytesEach(width)} bytes each."
            );
        }

        return new NetworkFile(network, StoredNumbers.Read(numbers, width), notes);
    }

    private IEnumerable<string> HeaderLines(StoredPrecision precision) =>
        [
            $"{Kind} {Version}",
            .. SpecText.Write(Spec),
            .. Notes.Select(NoteLine),
            $"parameters {Spec.ParameterCount} {precision}",
        ];

    private static string NoteLine(KeyValuePair<string, string> note) =>
        note.Key.Length > 0 && !note.Key.Any(char.IsWhiteSpace) && note.Value.Length > 0 && !note.Value.Contains('\n')
            ? $"note {note.Key} {note.Value}"
            : throw new ArgumentException($"The note “{note.Key}: {note.Value}” must be one line under one word.");
}
