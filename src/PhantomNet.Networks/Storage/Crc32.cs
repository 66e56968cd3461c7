namespace PhantomNet.Networks.Storage;

/// <summary>The checksum of zip files and PNG images (docs/sources.md#crc-32): any one flipped byte changes it.</summary>
internal static class Crc32
{
    private const uint Polynomial = 0xEDB88320;

    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = ~0u;
        foreach (byte value in bytes)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
            {
                crc = (crc >> 1) ^ ((crc & 1) == 0 ? 0 : Polynomial);
            }
        }

        return ~crc;
    }
}
