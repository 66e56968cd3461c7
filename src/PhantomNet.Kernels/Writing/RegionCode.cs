using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Wasm;
using PhantomNet.Wasm.Instructions;

namespace PhantomNet.Kernels.Writing;

/// <summary>Instructions on whole regions of the memory, at their fixed addresses.</summary>
internal static class RegionCode
{
    // Up to so many bytes vectors are faster than asking the browser; every region has room for a vector's overhang.
    private const int MostInline = 1024;

    /// <summary>Writes an i32.</summary>
    public static void Set(this Code code, Region region, int value)
    {
        code.Const(region.Address);
        code.Const(value);
        code.Access(I32.Store);
    }

    /// <summary>Writes the double that <paramref name="value"/> leaves.</summary>
    public static void SetDouble(this Code code, Region region, Action value)
    {
        code.Const(region.Address);
        value();
        code.Access(F64.Store);
    }

    /// <summary>Fills a region with zeros.</summary>
    public static void Clear(this Code code, Region region)
    {
        if (region.Bytes > MostInline)
        {
            code.Const(region.Address);
            code.Const(0);
            code.Const(region.Bytes);
            code.Whole(Memory.Fill);
            return;
        }

        for (int at = 0; at < region.Bytes; at += Tensor.Element)
        {
            code.Const(region.Address);
            code.Splat(0);
            code.Access(V128.Store, at);
        }
    }

    /// <summary>Copies a region to another of its size.</summary>
    public static void Copy(this Code code, Region from, Region to)
    {
        if (from.Bytes > MostInline)
        {
            code.Const(to.Address);
            code.Const(from.Address);
            code.Const(from.Bytes);
            code.Whole(Memory.Copy);
            return;
        }

        for (int at = 0; at < from.Bytes; at += Tensor.Element)
        {
            code.Const(to.Address);
            code.Const(from.Address);
            code.Access(V128.Load, at);
            code.Access(V128.Store, at);
        }
    }
}
