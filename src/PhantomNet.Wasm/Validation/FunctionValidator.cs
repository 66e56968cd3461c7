using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Validation;

/// <summary>Follows the types on the stack through one function.</summary>
internal sealed class FunctionValidator(Module module, Function function)
{
    private readonly OperandStack _stack = new();
    private readonly ValType[] _locals = [.. function.Type.Parameters, .. function.Locals];

    public void Run()
    {
        InstructionReader reader = new(function.Code.Bytes);
        _stack.Open(Opcode.Block, function.Type.Results);
        try
        {
            while (reader.Next())
            {
                if (_stack.Depth == 0)
                {
                    throw OperandStack.Fault("the function has ended before it");
                }

                Check(ref reader);
            }
        }
        catch (Exception error) when (error is InvalidModuleException or InvalidDataException or OverflowException)
        {
            string place = error is InvalidModuleException ? $", byte {reader.Start} ({reader.Instruction.Name})" : "";
            throw new InvalidModuleException(
                $"Function {function.Name}, instruction {reader.Number}{place}: {error.Message}.",
                error
            );
        }

        CheckEnd();
    }

    private void CheckEnd()
    {
        try
        {
            if (_stack.Depth != 1)
            {
                throw OperandStack.Fault($"{_stack.Depth - 1} block(s) are still open");
            }

            _stack.Close();
        }
        catch (InvalidModuleException error)
        {
            throw new InvalidModuleException($"Function {function.Name}, end: {error.Message}.", error);
        }
    }

    private void Check(ref InstructionReader reader)
    {
        if (reader.Instruction.Signature is not null)
        {
            CheckImmediate(ref reader);
            _stack.Pop(reader.Instruction.Operands);
            _stack.Push(reader.Instruction.Results);
            return;
        }

        switch (reader.Instruction.Opcode)
        {
            case Opcode.Block or Opcode.Loop or Opcode.If or Opcode.Else or Opcode.End:
                CheckStructure(ref reader);
                break;
            case Opcode.Unreachable:
                _stack.GoNoFurther();
                break;
            case Opcode.Br or Opcode.BrIf or Opcode.BrTable or Opcode.Return:
                CheckBranch(ref reader);
                break;
            case Opcode.Call:
                FunctionType called =
                    module.TypeOf((int)reader.Index)
                    ?? throw OperandStack.Fault($"function {reader.Index} is called, but there is none");
                _stack.Pop(called.Parameters);
                _stack.Push(called.Results);
                break;
            case Opcode.Drop:
                _stack.Pop();
                break;
            case Opcode.Select:
                _stack.Pop(ValType.I32);
                ValType second = _stack.Pop();
                ValType first = _stack.Pop(second);
                _stack.Push(first);
                break;
            default:
                CheckVariable(ref reader);
                break;
        }
    }

    private void CheckStructure(ref InstructionReader reader)
    {
        switch (reader.Instruction.Opcode)
        {
            case Opcode.Else:
                ControlFrame condition = _stack.Close();
                if (condition.Opcode != Opcode.If)
                {
                    throw OperandStack.Fault("there is no if that it belongs to");
                }

                _stack.Open(Opcode.Else, condition.Results);
                break;
            case Opcode.End:
                ControlFrame frame = _stack.Close();
                if (_stack.Depth == 0)
                {
                    throw OperandStack.Fault("no block is open; a function's own end is added when the module is written");
                }

                if (frame.Opcode == Opcode.If && frame.Results.Count > 0)
                {
                    throw OperandStack.Fault("an if that leaves a value needs an else");
                }

                _stack.Push(frame.Results);
                break;
            default:
                if (reader.Instruction.Opcode == Opcode.If)
                {
                    _stack.Pop(ValType.I32);
                }

                _stack.Open(reader.Instruction.Opcode, reader.BlockType == ValType.None ? [] : [Known(reader.BlockType)]);
                break;
        }
    }

    private void CheckBranch(ref InstructionReader reader)
    {
        switch (reader.Instruction.Opcode)
        {
            case Opcode.BrIf:
                _stack.Pop(ValType.I32);
                IReadOnlyList<ValType> kept = _stack.LabelTypes(reader.Index);
                _stack.Pop(kept);
                _stack.Push(kept);
                return;
            case Opcode.Br:
                _stack.Pop(_stack.LabelTypes(reader.Index));
                break;
            case Opcode.Return:
                _stack.Pop(function.Type.Results);
                break;
            default:
                _stack.Pop(ValType.I32);
                IReadOnlyList<ValType> types = _stack.LabelTypes(reader.Labels[^1]);
                foreach (uint label in reader.Labels)
                {
                    if (!_stack.LabelTypes(label).SequenceEqual(types))
                    {
                        throw OperandStack.Fault($"label {label} takes other values than the default");
                    }
                }

                _stack.Pop(types);
                break;
        }

        _stack.GoNoFurther();
    }

    private void CheckVariable(ref InstructionReader reader)
    {
        bool isGlobal = reader.Instruction.Immediate == Immediate.Global;
        int count = isGlobal ? module.Globals.Count : _locals.Length;
        if (reader.Index >= count)
        {
            throw OperandStack.Fault($"{(isGlobal ? "global" : "local")} {reader.Index} is named, but there are {count}");
        }

        int index = (int)reader.Index;
        ValType type = isGlobal ? module.Globals[index].Type : _locals[index];
        switch (reader.Instruction.Opcode)
        {
            case Opcode.LocalGet or Opcode.GlobalGet:
                _stack.Push(type);
                break;
            case Opcode.LocalTee:
                _stack.Pop(type);
                _stack.Push(type);
                break;
            default:
                if (isGlobal && !module.Globals[index].IsMutable)
                {
                    throw OperandStack.Fault($"global {index} is set, but it can't change");
                }

                _stack.Pop(type);
                break;
        }
    }

    private void CheckImmediate(ref InstructionReader reader)
    {
        Instruction instruction = reader.Instruction;
        bool usesMemory =
            instruction.Immediate
            is Immediate.Memory
                or Immediate.MemoryLane
                or Immediate.MemoryIndex
                or Immediate.TwoMemoryIndices;
        if (usesMemory && module.Memory is null)
        {
            throw OperandStack.Fault("the module has no memory");
        }

        bool hasAlignment = instruction.Immediate is Immediate.Memory or Immediate.MemoryLane;
        if (hasAlignment && (reader.Alignment > 6 || 1 << (int)reader.Alignment > instruction.Size))
        {
            throw OperandStack.Fault(
                $"an alignment of 2^{reader.Alignment} bytes is promised for an access of {instruction.Size}"
            );
        }

        int lanes = instruction.Size == 0 ? 0 : 16 / instruction.Size;
        if (instruction.Immediate is Immediate.Lane or Immediate.MemoryLane && reader.Lane >= lanes)
        {
            throw OperandStack.Fault($"lane {reader.Lane} is named, but there are {lanes}");
        }

        if (instruction.Immediate == Immediate.Shuffle && reader.Bytes.ContainsAnyExceptInRange((byte)0, (byte)31))
        {
            throw OperandStack.Fault("a shuffle takes its bytes from 0 to 31");
        }

        if (instruction.Immediate == Immediate.I32 && reader.Integer != (int)reader.Integer)
        {
            throw OperandStack.Fault($"{reader.Integer} has more than 32 bits");
        }
    }

    private static ValType Known(ValType type) =>
        type is ValType.I32 or ValType.I64 or ValType.F32 or ValType.F64 or ValType.V128
            ? type
            : throw OperandStack.Fault($"{type.Text()} is no type of a block");
}
