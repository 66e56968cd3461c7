namespace PhantomNet.Wasm;

/// <summary>A variable of the module.</summary>
/// <param name="Type">Its type: i32, i64, f32 or f64.</param>
/// <param name="IsMutable">Whether it may be set.</param>
/// <param name="InitialBits">Its value at the start; for a float, the bits of it.</param>
public sealed record Global(ValType Type, bool IsMutable, long InitialBits);
