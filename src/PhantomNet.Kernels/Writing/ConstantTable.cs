using PhantomNet.Kernels.Running;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Writing;

/// <summary>
/// Constants that lie in the memory, a float each. A browser reads one in a single instruction, and makes one up in three that all
/// want the same part of the processor.
/// </summary>
internal sealed class ConstantTable(Region region)
{
    /// <summary>Room for so many; what comes later is written into the code.</summary>
    public const int Most = 64;

    private readonly List<float> _values = [];

    /// <summary>Where a constant lies; null where there is no more room.</summary>
    public int? AddressOf(float value)
    {
        int index = _values.FindIndex(known => BitConverter.SingleToInt32Bits(known) == BitConverter.SingleToInt32Bits(value));
        if (index < 0 && _values.Count < Most)
        {
            index = _values.Count;
            _values.Add(value);
        }

        return index < 0 ? null : region.Address + (index * sizeof(float));
    }

    /// <summary>Puts them into the module's memory.</summary>
    public void WriteTo(Module module)
    {
        if (_values.Count > 0)
        {
            module.AddData(
                region.Address,
                System.Runtime.InteropServices.MemoryMarshal.AsBytes(_values.ToArray().AsSpan()).ToArray()
            );
        }
    }
}
