using PhantomNet.Kernels.Running;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Writing;

/// <summary>Instructions on whole regions of the memory, at their fixed addresses.</summary>
internal static class RegionCode
{
    public static void Set(this Code code, Region region, int value)
    {
        code.Const(region.Address);
        code.Const(value);
        code.Access(I32.Store);
    }

    public static void SetDouble(this Code code, Region region, Action value)
    {
        code.Const(region.Address);
        value();
        code.Access(F64.Store);
    }

    public static void Clear(this Code code, Region region)
    {
        code.Const(region.Address);
        code.Const(0);
        code.Const(region.Bytes);
        code.Whole(Memory.Fill);
    }

    public static void Copy(this Code code, Region from, Region to)
    {
        code.Const(to.Address);
        code.Const(from.Address);
        code.Const(from.Bytes);
        code.Whole(Memory.Copy);
    }
}
