namespace PhantomNet.Wasm;

/// <summary>How types are written in text.</summary>
public static class ValTypes
{
    /// <summary>The specification's word, for example <c>i32</c>.</summary>
    public static string Text(this ValType type) =>
        type switch
        {
            ValType.None => "none",
            ValType.I32 => "i32",
            ValType.I64 => "i64",
            ValType.F32 => "f32",
            ValType.F64 => "f64",
            ValType.V128 => "v128",
            _ => $"type 0x{(byte)type:X2}",
        };
}
