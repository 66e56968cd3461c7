namespace PhantomNet.Networks.Storage;

/// <summary>The checksum of zip files and PNG images (docs/sources.md#crc-32): any one flipped byte changes it.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    // What eight bits make of each byte: one look-up in place of eight turns, which count where the code is interpreted.
    private static readonly uint[] _ofByte = [.. Enumerable.Range(0, 256).Select(OfByte)];

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint[] ofByte = _ofByte;
        uint crc = ~0u;
        foreach (byte value in bytes)
        {
            crc = (crc >> 8) ^ ofByte[(byte)crc ^ value];
        }

        return ~crc;
    }

    private static uint OfByte(int value)
    {
        uint crc = (uint)value;
        for (int bit = 0; bit < 8; bit++)
        {
            crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : Polynomial);
        }

        return crc;
    }
}
