using PhantomNet.Kernels.Planning;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// Weights as vectors, one neuron after another of one side, [rows][vectors of lanes]. Lanes are the neurons of the other side, as a
/// <see cref="NeuronArray"/> has them, so that both can be multiplied.
/// </summary>
/// <param name="Address">Of the first vector.</param>
/// <param name="Rows">Neurons of the side that each row is about.</param>
/// <param name="Lanes">Neurons of the other side.</param>
internal sealed record WeightTable(int Address, int Rows, int Lanes)
{
    public int RowBytes => NeuronArray.VectorsOf(Lanes) * Tensor.Element;

    public int Vectors => Rows * NeuronArray.VectorsOf(Lanes);
}
