using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Tests.Execution;

/// <summary>The instructions that move a whole value of a type between stack and memory.</summary>
internal static class Access
{
    public static Opcode Load(ValType type) =>
        type switch
        {
            ValType.I32 => I32.Load,
            ValType.I64 => I64.Load,
            ValType.F32 => F32.Load,
            ValType.F64 => F64.Load,
            _ => V128.Load,
        };

    public static Opcode Store(ValType type) =>
        type switch
        {
            ValType.I32 => I32.Store,
            ValType.I64 => I64.Store,
            ValType.F32 => F32.Store,
            ValType.F64 => F64.Store,
            _ => V128.Store,
        };
}
