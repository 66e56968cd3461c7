namespace PhantomNet.Wasm;

/// <summary>Something of the module that the host can reach.</summary>
/// <param name="Name">Under which name; each name once.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Index">Which one; 0 for the memory.</param>
public sealed record Export(string Name, ExportKind Kind, int Index);
