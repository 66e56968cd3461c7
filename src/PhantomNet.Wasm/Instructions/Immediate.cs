namespace PhantomNet.Wasm.Instructions;

/// <summary>What follows an instruction's number in the code.</summary>
internal enum Immediate
{
    None,
    BlockType,
    Label,
    LabelTable,
    Function,
    Local,
    Global,
    Memory, // alignment and offset
    MemoryLane, // alignment, offset and lane
    MemoryIndex,
    TwoMemoryIndices,
    Lane,
    Shuffle, // sixteen lanes
    I32,
    I64,
    F32,
    F64,
    V128,
}
