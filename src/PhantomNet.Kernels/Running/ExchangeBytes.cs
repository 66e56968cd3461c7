using System.Runtime.InteropServices;

namespace PhantomNet.Kernels.Running;

/// <summary>An exchange as plain arrays, for a host that is reached by messages.</summary>
public static class ExchangeBytes
{
    /// <summary>Where what is sent goes: address and length of each place.</summary>
    public static int[] WritePlaces(this KernelExchange exchange) =>
        [.. exchange.Writes.SelectMany(write => (int[])[write.Address, write.Bytes.Length])];

    /// <summary>What is sent: the bytes of one place after another.</summary>
    public static byte[] Sent(this KernelExchange exchange)
    {
        byte[] sent = new byte[exchange.Writes.Sum(write => write.Bytes.Length)];
        Span<byte> rest = sent;
        foreach ((_, ReadOnlyMemory<byte> bytes) in exchange.Writes)
        {
            bytes.Span.CopyTo(rest);
            rest = rest[bytes.Length..];
        }

        return sent;
    }

    /// <summary>Where the bytes that are read lie: address and length of each place.</summary>
    public static int[] ReadPlaces(this KernelExchange exchange) =>
        [.. exchange.Reads.SelectMany(read => (int[])[read.Address, read.Bytes.Length])];

    /// <summary>
    /// Where the tensors lie, eight numbers each: address; channels, rows and columns; bytes from one of these to the next; samples.
    /// </summary>
    public static int[] TensorPlaces(this KernelExchange exchange) =>
        [
            .. exchange.Tensors.SelectMany(tensor =>
                (int[])
                    [
                        tensor.Place.Address,
                        tensor.Place.Shape.Channels,
                        tensor.Place.Shape.Height,
                        tensor.Place.Shape.Width,
                        tensor.Place.ChannelStride,
                        tensor.Place.RowStride,
                        tensor.Place.PixelStride,
                        tensor.Samples,
                    ]
            ),
        ];

    /// <summary>Hands out what came back: the tensors' numbers, then the bytes of one place after another.</summary>
    public static void Receive(this KernelExchange exchange, ReadOnlySpan<byte> reply)
    {
        foreach ((_, _, Memory<float> values) in exchange.Tensors)
        {
            reply = Take(reply, MemoryMarshal.AsBytes(values.Span));
        }

        foreach ((_, Memory<byte> bytes) in exchange.Reads)
        {
            reply = Take(reply, bytes.Span);
        }
    }

    private static ReadOnlySpan<byte> Take(ReadOnlySpan<byte> from, Span<byte> to)
    {
        from[..to.Length].CopyTo(to);
        return from[to.Length..];
    }
}
