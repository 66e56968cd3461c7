namespace PhantomNet.Wasm;

/// <summary>What can be exported, each with the byte that stands for it in a module.</summary>
public enum ExportKind : byte
{
    /// <summary>A function.</summary>
    Function = 0,

    /// <summary>The memory.</summary>
    Memory = 2,

    /// <summary>A global variable.</summary>
    Global = 3,
}
