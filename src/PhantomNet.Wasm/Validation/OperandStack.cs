using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Validation;

/// <summary>
/// The types on the stack and the open blocks, as the specification's appendix keeps them. <see cref="ValType.None"/> stands for a
/// value of any type, which only code that can't be reached has.
/// </summary>
internal sealed class OperandStack
{
    private readonly List<ValType> _values = [];
    private readonly List<ControlFrame> _frames = [];

    public int Depth => _frames.Count;

    public ControlFrame Innermost => _frames[^1];

    public void Push(ValType type) => _values.Add(type);

    public void Push(IEnumerable<ValType> types) => _values.AddRange(types);

    public ValType Pop(ValType expected = ValType.None)
    {
        if (_values.Count == Innermost.Height)
        {
            return Innermost.IsUnreachable
                ? expected
                : throw Fault($"{Wanted(expected)} is wanted, but the stack is empty here");
        }

        ValType actual = _values[^1];
        if (actual != expected && actual != ValType.None && expected != ValType.None)
        {
            throw Fault($"{Wanted(expected)} is wanted, but {actual.Text()} is on the stack");
        }

        _values.RemoveAt(_values.Count - 1);
        return actual == ValType.None ? expected : actual;
    }

    public void Pop(IReadOnlyList<ValType> expected)
    {
        for (int i = expected.Count - 1; i >= 0; i--)
        {
            Pop(expected[i]);
        }
    }

    public void Open(Opcode opcode, IReadOnlyList<ValType> results) =>
        _frames.Add(new ControlFrame(opcode, results, _values.Count));

    public ControlFrame Close()
    {
        ControlFrame frame = Innermost;
        Pop(frame.Results);
        if (_values.Count != frame.Height)
        {
            throw Fault($"{_values.Count - frame.Height} value(s) too many are on the stack at the end of a block");
        }

        _frames.RemoveAt(_frames.Count - 1);
        return frame;
    }

    public void GoNoFurther()
    {
        _values.RemoveRange(Innermost.Height, _values.Count - Innermost.Height);
        Innermost.IsUnreachable = true;
    }

    public IReadOnlyList<ValType> LabelTypes(uint label) =>
        label < _frames.Count
            ? _frames[_frames.Count - 1 - (int)label].LabelTypes
            : throw Fault($"label {label} is named, but {_frames.Count} are open here");

    public static InvalidModuleException Fault(string message) => new(message);

    private static string Wanted(ValType type) => type == ValType.None ? "a value" : type.Text();
}
