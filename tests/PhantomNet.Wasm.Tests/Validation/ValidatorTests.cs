using PhantomNet.Wasm.Instructions;
using PhantomNet.Wasm.Validation;

namespace PhantomNet.Wasm.Tests.Validation;

public sealed class ValidatorTests
{
    public static TheoryData<string, Action<Code>, string> WrongCode =>
        new()
        {
            {
                "nothing to add",
                code => code.Emit(I32.Add),
                "instruction 0, byte 0 (i32.add): i32 is wanted, but the stack is empty"
            },
            {
                "a float for an integer",
                Then(c => c.Const(1f), c => c.Const(2), c => c.Emit(I32.Add)),
                "instruction 2, byte 7 (i32.add): i32 is wanted, but f32 is on"
            },
            { "a value left over", code => code.Const(1), "end: 1 value(s) too many" },
            { "a block not closed", code => code.Begin(Opcode.Block), "end: 1 block(s) are still open" },
            { "an end too many", code => code.End(), "instruction 0, byte 0 (end): no block is open" },
            {
                "an else without an if",
                Then(c => c.Begin(Opcode.Block), c => c.Emit(Opcode.Else)),
                "instruction 1, byte 2 (else): there is no if"
            },
            {
                "a value from only one side",
                Then(
                    c => c.Const(1),
                    c => c.Begin(Opcode.If, ValType.I32),
                    c => c.Const(2),
                    c => c.End(),
                    c => c.Emit(Opcode.Drop)
                ),
                "(end): an if that leaves a value needs an else"
            },
            { "no such local", code => code.LocalGet(1), "(local.get): local 1 is named, but there are 1" },
            { "no such global", code => code.Emit(Opcode.GlobalGet, 3), "(global.get): global 3 is named, but there are 1" },
            {
                "a constant set",
                Then(c => c.Const(1), c => c.Emit(Opcode.GlobalSet, 0)),
                "global 0 is set, but it can't change"
            },
            { "no such function", code => code.Emit(Opcode.Call, 9), "(call): function 9 is called" },
            { "no such label", code => code.Br(1), "(br): label 1 is named, but 1 are open" },
            {
                "reaching below the block",
                Then(
                    c => c.Const(1),
                    c => c.Begin(Opcode.Block),
                    c => c.Emit(Opcode.Drop),
                    c => c.End(),
                    c => c.Emit(Opcode.Drop)
                ),
                "instruction 2, byte 4 (drop): a value is wanted, but the stack is empty"
            },
            {
                "too large an alignment",
                Then(c => c.Const(0), c => c.Access(F32.Load, 0, 3)),
                "(f32.load): an alignment of 2^3 bytes is promised for an access of 4"
            },
            { "an absurd alignment", Then(c => c.Const(0), c => c.Access(V128.Load, 0, 40)), "an alignment of 2^40 bytes" },
            {
                "a lane too far",
                Then(c => c.Splat(1), c => c.Lane(F32x4.ExtractLane, 4)),
                "(f32x4.extract_lane): lane 4 is named, but there are 4"
            },
            {
                "a byte too far",
                Then(c => c.Splat(1), c => c.Splat(1), c => c.Shuffle(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 32)),
                "(i8x16.shuffle): a shuffle takes its bytes from 0 to 31"
            },
            {
                "different labels",
                Then(
                    c => c.Begin(Opcode.Block, ValType.I32),
                    c => c.Const(1),
                    c => c.Const(1),
                    c => c.BrTable(0, 1),
                    c => c.End(),
                    c => c.Emit(Opcode.Drop)
                ),
                "(br_table): label 0 takes other values"
            },
            {
                "select of two types",
                Then(c => c.Const(1), c => c.Const(1f), c => c.Const(1), c => c.Emit(Opcode.Select)),
                "(select): f32 is wanted, but i32"
            },
            { "no instruction", code => code.Buffer.Byte(0xFF), "byte 0: 0xFF is no instruction" },
            {
                "half an instruction",
                code => code.Buffer.Bytes([(byte)F64.Const, 0, 0]),
                "the code ends within an instruction"
            },
            { "a type that isn't one", code => code.Begin(Opcode.Block, (ValType)0x12), "type 0x12 is no type of a block" },
            {
                "a wrong type in code that can't be reached",
                Then(c => c.Emit(Opcode.Unreachable), c => c.Const(1f), c => c.Emit(I32.Eqz), c => c.Emit(Opcode.Drop)),
                "(i32.eqz): i32 is wanted, but f32"
            },
        };

    [Theory]
    [MemberData(nameof(WrongCode))]
    public void Wrong_code_is_refused_with_its_place(string what, Action<Code> write, string message)
    {
        Assert.NotEmpty(what);
        Module module = new() { Memory = new MemoryLimits(1) };
        module.AddGlobal(ValType.I32, isMutable: false, 1);
        Function function = module.AddFunction("wrong", [ValType.I32]);
        write(function.Code);
        string actual = Assert.Throws<InvalidModuleException>(() => Validator.Validate(module)).Message;
        Assert.Contains("Function wrong, ", actual, StringComparison.Ordinal);
        Assert.Contains(message, actual, StringComparison.Ordinal);
        Assert.ThrowsAny<Exception>(() => Wasmtime(module)); // the engine refuses it as well
    }

    [Fact]
    public void Code_that_cannot_be_reached_may_take_anything_from_the_stack()
    {
        Module module = new();
        Function function = module.AddFunction("stops", [], ValType.F32);
        function.Code.Emit(Opcode.Unreachable);
        function.Code.Emit(F32.Add);
        function.Code.Emit(Opcode.Drop, I32.Add);
        function.Code.Emit(Opcode.Drop);
        Validator.Validate(module);
        Wasmtime(module);
    }

    public static TheoryData<Action<Module>, string> WrongModules =>
        new()
        {
            { module => module.Memory = new MemoryLimits(3, 2), "3 to 2 pages" },
            { module => module.Memory = new MemoryLimits(70000), "70000 to 70000 pages" },
            { module => module.AddData(0, new byte[1]), "1 bytes of data are to lie at 0; the memory has 0" },
            { module => module.Export("f", ExportKind.Function, 4), "f is exported as Function 4" },
            { module => module.Export("m", ExportKind.Memory, 0), "m is exported as Memory 0" },
            { module => module.Export("g", ExportKind.Global, 0), "g is exported as Global 0" },
            { module => module.Start = 0, "Function 0 is to run at the start" },
            { Twice, "The name run is exported twice" },
            { WithoutMemory, "(i32.load): the module has no memory" },
        };

    [Theory]
    [MemberData(nameof(WrongModules))]
    public void A_wrong_module_is_refused(Action<Module> write, string message)
    {
        Module module = new();
        write(module);
        Assert.Contains(
            message,
            Assert.Throws<InvalidModuleException>(() => Validator.Validate(module)).Message,
            StringComparison.Ordinal
        );
        Assert.ThrowsAny<Exception>(() => Wasmtime(module));
    }

    [Fact]
    public void Imports_come_before_functions()
    {
        Module module = new();
        module.AddFunction("first", []);
        Assert.Throws<InvalidOperationException>(() => module.AddImport("host", "late", new FunctionType([], [])));
    }

    private static Action<Code> Then(params Action<Code>[] steps) => code => Array.ForEach(steps, step => step(code));

    private static void Twice(Module module)
    {
        Function run = module.AddFunction("run", []);
        module.Export(run);
        module.Export(run);
    }

    private static void WithoutMemory(Module module)
    {
        Code code = module.AddFunction("reads", [], ValType.I32).Code;
        code.Const(0);
        code.Access(I32.Load);
    }

    private static void Wasmtime(Module module)
    {
        using global::Wasmtime.Engine engine = new();
        using global::Wasmtime.Module compiled = global::Wasmtime.Module.FromBytes(engine, "tested", module.ToBytes());
    }
}
