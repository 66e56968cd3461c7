using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Validation;

/// <summary>A block, loop, condition or function that is open.</summary>
/// <param name="Opcode">What opened it.</param>
/// <param name="Results">What it leaves.</param>
/// <param name="Height">Values on the stack when it began; those are out of its reach.</param>
internal sealed record ControlFrame(Opcode Opcode, IReadOnlyList<ValType> Results, int Height)
{
    /// <summary>Whether what follows can't be reached, so that the stack may be thought to hold whatever is asked for.</summary>
    public bool IsUnreachable { get; set; }

    /// <summary>What a branch to its label takes along: nothing to the start of a loop.</summary>
    public IReadOnlyList<ValType> LabelTypes => Opcode == Opcode.Loop ? [] : Results;
}
