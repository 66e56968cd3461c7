namespace PhantomNet.Wasm.Validation;

/// <summary>A module that no browser would take. The message says where: the function, the instruction, and its first byte.</summary>
public sealed class InvalidModuleException(string message, Exception? inner = null) : Exception(message, inner);
