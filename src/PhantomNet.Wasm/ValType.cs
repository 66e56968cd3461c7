namespace PhantomNet.Wasm;

/// <summary>The types of values, each with the byte that stands for it in a module.</summary>
public enum ValType : byte
{
    /// <summary>No value: the type of a block that leaves nothing behind.</summary>
    None = 0x40,

    /// <summary>A 32-bit integer, signed or not as an instruction takes it; also an address.</summary>
    I32 = 0x7F,

    /// <summary>A 64-bit integer.</summary>
    I64 = 0x7E,

    /// <summary>A float of 32 bits.</summary>
    F32 = 0x7D,

    /// <summary>A float of 64 bits.</summary>
    F64 = 0x7C,

    /// <summary>128 bits: lanes of any of the above side by side.</summary>
    V128 = 0x7B,
}
