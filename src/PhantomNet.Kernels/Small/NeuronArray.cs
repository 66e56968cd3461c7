using PhantomNet.Kernels.Planning;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// Numbers of a layer's neurons for every sample of a minibatch, [samples][neurons] floats. Four and more neurons fill vectors of
/// one sample, up to the next multiple of four; a vector holds two samples of two neurons, or four of one.
/// </summary>
/// <param name="Address">Of the first sample's first neuron.</param>
/// <param name="Neurons">Neurons, 1 to 16.</param>
/// <param name="Samples">Samples of a minibatch.</param>
internal sealed record NeuronArray(int Address, int Neurons, int Samples)
{
    /// <summary>Samples that a vector holds.</summary>
    public int SamplesOfVector => SamplesOfVectorOf(Neurons);

    /// <summary>Vectors that a sample, or as many samples as a vector holds, fill.</summary>
    public int Vectors => VectorsOf(Neurons);

    /// <summary>Bytes from a sample to the next.</summary>
    public int SampleBytes => UnitBytes / SamplesOfVector;

    /// <summary>So many samples as a vector holds are a unit.</summary>
    public int Units => (Samples + SamplesOfVector - 1) / SamplesOfVector;

    /// <summary>Bytes from a unit to the next.</summary>
    public int UnitBytes => Vectors * Tensor.Element;

    /// <summary>Bytes of such an array, with room for samples up to a multiple of four, which stay zeros.</summary>
    public static int BytesOf(int neurons, int samples) =>
        (samples + MemoryPlan.Lanes - 1)
        / MemoryPlan.Lanes
        * MemoryPlan.Lanes
        / SamplesOfVectorOf(neurons)
        * VectorsOf(neurons)
        * Tensor.Element;

    /// <summary>The neuron of a lane of a unit's vector; null where the lane is empty.</summary>
    public static int? NeuronOf(int neurons, int vector, int lane)
    {
        int neuron = SamplesOfVectorOf(neurons) == 1 ? (vector * MemoryPlan.Lanes) + lane : lane % neurons;
        return neuron < neurons ? neuron : null;
    }

    public static int SamplesOfVectorOf(int neurons) => neurons > 2 ? 1 : MemoryPlan.Lanes / neurons;

    public static int VectorsOf(int neurons) => (neurons + MemoryPlan.Lanes - 1) / MemoryPlan.Lanes;
}
