using PhantomNet.Wasm.Encoding;

namespace PhantomNet.Wasm;

/// <summary>A WebAssembly module in the making. Imports come before functions, as in the numbering of a module.</summary>
public sealed class Module
{
    private readonly List<FunctionType> _types = [];
    private readonly List<Import> _imports = [];
    private readonly List<Function> _functions = [];
    private readonly List<Global> _globals = [];
    private readonly List<Export> _exports = [];
    private readonly List<DataSegment> _data = [];

    /// <summary>The types of imports and functions, each once.</summary>
    public IReadOnlyList<FunctionType> Types => _types;

    /// <summary>What the host gives.</summary>
    public IReadOnlyList<Import> Imports => _imports;

    /// <summary>Functions with code; their indices follow those of the imports.</summary>
    public IReadOnlyList<Function> Functions => _functions;

    /// <summary>Variables.</summary>
    public IReadOnlyList<Global> Globals => _globals;

    /// <summary>What the host can reach.</summary>
    public IReadOnlyList<Export> Exports => _exports;

    /// <summary>What lies in the memory at the start.</summary>
    public IReadOnlyList<DataSegment> Data => _data;

    /// <summary>Size of the memory; null without one.</summary>
    public MemoryLimits? Memory { get; set; }

    /// <summary>Index of a function that runs when the module is made ready; null without one.</summary>
    public int? Start { get; set; }

    /// <summary>Adds a function of the host and returns its index.</summary>
    /// <exception cref="InvalidOperationException">There are functions already, whose indices would move.</exception>
    public int AddImport(string module, string name, FunctionType type)
    {
        if (_functions.Count > 0)
        {
            throw new InvalidOperationException(
                $"The import {module}.{name} was added after {_functions.Count} function(s); imports come first."
            );
        }

        AddType(type);
        _imports.Add(new Import(module, name, type));
        return _imports.Count - 1;
    }

    /// <summary>Adds a function.</summary>
    public Function AddFunction(string name, IReadOnlyList<ValType> parameters, params IReadOnlyList<ValType> results)
    {
        FunctionType type = new(parameters, results);
        AddType(type);
        Function function = new(_imports.Count + _functions.Count, name, type);
        _functions.Add(function);
        return function;
    }

    /// <summary>Adds a variable and returns its index.</summary>
    public int AddGlobal(ValType type, bool isMutable, long initialBits)
    {
        _globals.Add(new Global(type, isMutable, initialBits));
        return _globals.Count - 1;
    }

    /// <summary>Lets the host call a function under its own name.</summary>
    public void Export(Function function) => _exports.Add(new Export(function.Name, ExportKind.Function, function.Index));

    /// <summary>Lets the host reach something under a name.</summary>
    public void Export(string name, ExportKind kind, int index) => _exports.Add(new Export(name, kind, index));

    /// <summary>Puts bytes into the memory.</summary>
    public void AddData(int address, ReadOnlyMemory<byte> bytes) => _data.Add(new DataSegment(address, bytes));

    /// <summary>The type of a function or import; null where there is none of that index.</summary>
    public FunctionType? TypeOf(int function) =>
        function < 0 || function >= _imports.Count + _functions.Count ? null
        : function < _imports.Count ? _imports[function].Type
        : _functions[function - _imports.Count].Type;

    /// <summary>The module's bytes.</summary>
    public byte[] ToBytes() => ModuleEncoder.Encode(this);

    internal int IndexOf(FunctionType type) => _types.IndexOf(type);

    private void AddType(FunctionType type)
    {
        if (!_types.Contains(type))
        {
            _types.Add(type);
        }
    }
}
