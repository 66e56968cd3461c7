using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Kernels.Training;

/// <summary>Gradients that were kept in lanes, summed over these: four at a time, as they lie.</summary>
internal static class LaneReduction
{
    public static void Write(Writer writer, Storage lanes, int gradientAddress, ParameterBlock parameters)
    {
        int from = writer.NewPointer();
        int to = writer.NewPointer();
        int[] vectors = writer.NewVectors(MemoryPlan.Lanes);
        int sums = writer.NewVector();
        writer.Point(from, lanes.Address);
        writer.Point(to, gradientAddress);
        int count = parameters.WeightCount + parameters.BiasCount;
        writer.Repeat(
            (count + MemoryPlan.Lanes - 1) / MemoryPlan.Lanes,
            () =>
            {
                for (int i = 0; i < vectors.Length; i++)
                {
                    writer.Load(from, i * Tensor.Element);
                    writer.Code.LocalSet(vectors[i]);
                }

                LaneSum.Write(writer, vectors);
                writer.Code.LocalSet(sums);
                writer.StoreFloats(to, 0, sums);
                writer.Advance(from, MemoryPlan.Lanes * Tensor.Element);
                writer.Advance(to, MemoryPlan.Lanes * sizeof(float));
            }
        );
    }
}
