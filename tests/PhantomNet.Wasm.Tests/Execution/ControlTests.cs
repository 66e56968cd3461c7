using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Wasm.Tests.Execution;

public sealed class ControlTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    [InlineData(10, 55)]
    public void A_loop_runs_until_its_condition_ends_it(int count, int sum)
    {
        Module module = new();
        Function f = module.AddFunction("sum", [ValType.I32], ValType.I32);
        module.Export(f);
        int total = f.AddLocal(ValType.I32);
        Code code = f.Code;
        code.Begin(Opcode.Block);
        code.Begin(Opcode.Loop);
        code.LocalGet(0);
        code.Emit(I32.Eqz);
        code.BrIf(1);
        code.LocalGet(total);
        code.LocalGet(0);
        code.Emit(I32.Add);
        code.LocalSet(total);
        code.LocalGet(0);
        code.Const(-1);
        code.Emit(I32.Add);
        code.LocalSet(0);
        code.Br(0);
        code.End();
        code.End();
        code.LocalGet(total);
        using Machine machine = new(module);
        Assert.Equal(sum, machine.Function("sum").WrapFunc<int, int>()!(count));
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(1, 20)]
    [InlineData(2, 30)]
    [InlineData(-1, 30)]
    public void A_table_of_labels_picks_one(int index, int expected)
    {
        Module module = new();
        Function f = module.AddFunction("pick", [ValType.I32], ValType.I32);
        module.Export(f);
        Code code = f.Code;
        code.Begin(Opcode.Block);
        code.Begin(Opcode.Block);
        code.Begin(Opcode.Block);
        code.LocalGet(0);
        code.BrTable(0, 1, 2);
        code.End();
        code.Const(10);
        code.Emit(Opcode.Return);
        code.End();
        code.Const(20);
        code.Emit(Opcode.Return);
        code.End();
        code.Const(30);
        using Machine machine = new(module);
        Assert.Equal(expected, machine.Function("pick").WrapFunc<int, int>()!(index));
    }

    [Fact]
    public void Conditions_calls_globals_and_locals_work_together()
    {
        Module module = new();
        int twice = module.AddImport("host", "twice", new FunctionType([ValType.I32], [ValType.I32]));
        int count = module.AddGlobal(ValType.I32, isMutable: true, 40);
        int half = module.AddGlobal(ValType.F64, isMutable: false, BitConverter.DoubleToInt64Bits(0.5));
        module.AddGlobal(ValType.F32, isMutable: false, BitConverter.SingleToInt32Bits(0.25f));
        module.AddGlobal(ValType.I64, isMutable: false, long.MinValue);
        Function begin = module.AddFunction("begin", []);
        begin.Code.Emit(Opcode.GlobalGet, count);
        begin.Code.Const(1);
        begin.Code.Emit(I32.Add);
        begin.Code.Emit(Opcode.GlobalSet, count);
        module.Start = begin.Index;
        Function f = module.AddFunction("run", [ValType.I32], ValType.F64);
        module.Export(f);
        int local = f.AddLocals(ValType.V128, 2) + 1;
        int number = f.AddLocal(ValType.I32);
        Code code = f.Code;
        code.Emit(Opcode.Nop);
        code.Splat(3);
        code.LocalTee(local);
        code.Emit(Opcode.Drop);
        code.LocalGet(0);
        code.Begin(Opcode.If, ValType.I32);
        code.Emit(Opcode.GlobalGet, count);
        code.Emit(Opcode.Call, twice);
        code.Emit(Opcode.Else);
        code.Const(7);
        code.Const(9);
        code.LocalGet(0);
        code.Emit(Opcode.Select);
        code.End();
        code.LocalTee(number);
        code.Emit(F64.ConvertI32S);
        code.Emit(Opcode.GlobalGet, half);
        code.Emit(F64.Mul);
        code.LocalGet(local);
        code.Lane(F32x4.ExtractLane, 2);
        code.Emit(F64.PromoteF32);
        code.Emit(F64.Add);
        using Machine machine = new(module);
        Func<int, double> run = machine.Function("run").WrapFunc<int, double>()!;
        Assert.Equal(41 + 3, run(1));
        Assert.Equal(4.5 + 3, run(0));
    }

    [Fact]
    public void Unreachable_traps()
    {
        Module module = new();
        Function f = module.AddFunction("run", []);
        module.Export(f);
        f.Code.Emit(Opcode.Unreachable);
        using Machine machine = new(module);
        Assert.False(machine.TryRun("run"));
    }
}
