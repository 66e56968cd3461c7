using PhantomNet.Wasm.Validation;

namespace PhantomNet.Wasm.Tests.Execution;

/// <summary>A module that was validated here and then made ready by Wasmtime.</summary>
internal sealed class Machine : IDisposable
{
    private readonly Wasmtime.Engine _engine = new();
    private readonly Wasmtime.Module _compiled;
    private readonly Wasmtime.Linker _linker;
    private readonly Wasmtime.Store _store;
    private readonly Wasmtime.Instance _instance;

    public Machine(Module module)
    {
        Validator.Validate(module);
        _compiled = Wasmtime.Module.FromBytes(_engine, "tested", module.ToBytes());
        _linker = new Wasmtime.Linker(_engine);
        _store = new Wasmtime.Store(_engine);
        _linker.DefineFunction("host", "twice", (int value) => 2 * value);
        _instance = _linker.Instantiate(_store, _compiled);
    }

    public Span<byte> Memory => _instance.GetMemory("memory")!.GetSpan(0, 65536);

    public Wasmtime.Function Function(string name) => _instance.GetFunction(name)!;

    /// <summary>Runs a function that takes and gives nothing; false if it trapped.</summary>
    public bool TryRun(string name)
    {
        try
        {
            _instance.GetAction(name)!();
            return true;
        }
        catch (Wasmtime.TrapException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _store.Dispose();
        _linker.Dispose();
        _compiled.Dispose();
        _engine.Dispose();
    }

    /// <summary>A module with a page of memory that the host sees.</summary>
    public static Module WithMemory()
    {
        Module module = new() { Memory = new MemoryLimits(1, 2) };
        module.Export("memory", ExportKind.Memory, 0);
        return module;
    }
}
