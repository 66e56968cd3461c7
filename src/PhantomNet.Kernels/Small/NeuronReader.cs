using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Writing;

namespace PhantomNet.Kernels.Small;

/// <summary>
/// Reads single numbers of a layer into all lanes of their sample. Each vector of the memory is read once for all numbers in it.
/// </summary>
/// <param name="writer">Where to.</param>
/// <param name="start">A local: bytes from the array's start to the sample that samples are counted from.</param>
/// <param name="array">The layer's numbers.</param>
internal sealed class NeuronReader(Writer writer, int start, NeuronArray array)
{
    private readonly Dictionary<int, int> _vectors = []; // locals, by where they were read

    /// <summary>Leaves, in each lane of a unit of a vector that holds so many samples, the neuron's number for the lane's sample.</summary>
    public void Write(int neuron, int unit, int samplesOfVector)
    {
        int first = unit * samplesOfVector;
        if (samplesOfVector == 1 && array.Neurons > 2)
        {
            writer.LoadSplat(start, array.Address + Place(first));
        }
        else if (samplesOfVector == 1)
        {
            Shuffle(Place(first), Place(first));
        }
        else if (samplesOfVector == 2)
        {
            Shuffle(Place(first), Place(first + 1));
        }
        else if (array.Neurons == 1)
        {
            writer.Code.LocalGet(Vector(first * array.SampleBytes));
        }
        else if (array.Neurons == 2)
        {
            writer.Code.LocalGet(Vector(first * array.SampleBytes));
            writer.Code.LocalGet(Vector((first + 2) * array.SampleBytes));
            writer.Code.ShuffleWords(neuron, neuron + 2, neuron + 4, neuron + 6);
        }
        else
        {
            writer.LoadSplat(start, array.Address + Place(first));
            for (int lane = 1; lane < samplesOfVector; lane++)
            {
                writer.LoadLane(start, array.Address + Place(first + lane), lane);
            }
        }

        int Place(int sample) => (sample * array.SampleBytes) + (neuron * sizeof(float));
    }

    // One number in the first two lanes, one in the last two.
    private void Shuffle(int first, int second)
    {
        int a = first % Tensor.Element / sizeof(float);
        int b = second % Tensor.Element / sizeof(float);
        int one = Vector(first - (first % Tensor.Element));
        int other = Vector(second - (second % Tensor.Element));
        writer.Code.LocalGet(one);
        writer.Code.LocalGet(other);
        writer.Code.ShuffleWords(a, a, one == other ? b : b + MemoryPlan.Lanes, one == other ? b : b + MemoryPlan.Lanes);
    }

    private int Vector(int offset)
    {
        if (!_vectors.TryGetValue(offset, out int local))
        {
            local = writer.NewVector();
            writer.LoadFloats(start, array.Address + offset);
            writer.Code.LocalSet(local);
            _vectors.Add(offset, local);
        }

        return local;
    }
}
