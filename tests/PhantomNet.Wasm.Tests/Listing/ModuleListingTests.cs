using PhantomNet.Wasm.Instructions;
using PhantomNet.Wasm.Listing;

namespace PhantomNet.Wasm.Tests.Listing;

public sealed class ModuleListingTests
{
    [Fact]
    public void A_module_reads_like_the_text_format() =>
        Assert.Equal(
            """
            (module
              (import "host" "twice" (func (param i32) (result i32)))
              (memory 1 2)
              (global (mut i32) (i32.const -5))
              (global f32 (f32.const 0.25))
              (export "memory" (memory 0))
              (export "scale" (func 1))
              (func $scale (param i32) (result f32) (local i32 v128)
                block (result f32)
                  loop
                    local.get 0
                    i32.const -64
                    i32.lt_s
                    br_if 0
                  end
                  local.get 0
                  v128.load offset=1024 align=16
                  v128.const i32x4 0x3f800000 0x40000000 0x40400000 0x40800000
                  f32x4.mul
                  f32x4.extract_lane 3
                  f32.const -1.5
                  f32.add
                end
                local.get 0
                call 0
                local.set 1
              )
              (data (i32.const 8) "\01\ff")
            )

            """.ReplaceLineEndings("\n"),
            ModuleListing.Of(Example())
        );

    /// <summary>A module with a bit of everything.</summary>
    internal static Module Example()
    {
        Module module = new() { Memory = new MemoryLimits(1, 2) };
        int twice = module.AddImport("host", "twice", new FunctionType([ValType.I32], [ValType.I32]));
        module.AddGlobal(ValType.I32, isMutable: true, -5);
        module.AddGlobal(ValType.F32, isMutable: false, BitConverter.SingleToInt32Bits(0.25f));
        module.Export("memory", ExportKind.Memory, 0);
        module.AddData(8, new byte[] { 1, 255 });
        Function scale = module.AddFunction("scale", [ValType.I32], ValType.F32);
        module.Export(scale);
        int local = scale.AddLocal(ValType.I32);
        scale.AddLocal(ValType.V128);
        Code code = scale.Code;
        code.Begin(Opcode.Block, ValType.F32);
        code.Begin(Opcode.Loop);
        code.LocalGet(0);
        code.Const(-64);
        code.Emit(I32.LtS);
        code.BrIf(0);
        code.End();
        code.LocalGet(0);
        code.Access(V128.Load, 1024, 4);
        code.Const(1, 2, 3, 4);
        code.Emit(F32x4.Mul);
        code.Lane(F32x4.ExtractLane, 3);
        code.Const(-1.5f);
        code.Emit(F32.Add);
        code.End();
        code.LocalGet(0);
        code.Emit(Opcode.Call, twice);
        code.LocalSet(local);
        return module;
    }
}
