namespace PhantomNet.Wasm;

/// <summary>A function that the host gives to the module.</summary>
/// <param name="Module">First half of its name.</param>
/// <param name="Name">Second half of its name.</param>
/// <param name="Type">What it takes and gives.</param>
public sealed record Import(string Module, string Name, FunctionType Type);
