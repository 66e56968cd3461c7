using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Inspection;

/// <summary>Silences one unit: what a network answers when one feature map is set to zero everywhere.</summary>
/// <remarks>
/// After a ReLU, zero is what a unit gives that has found nothing. Other functions can mean something by zero: a sigmoid gives ½
/// for z = 0.
/// </remarks>
public static class Ablation
{
    private const int Batch = 32;

    /// <summary>Runs samples forward with the unit's output set to zero.</summary>
    /// <param name="network">The network; its parameters stay as they are.</param>
    /// <param name="unit">What is silenced.</param>
    /// <param name="inputs">[n, input length].</param>
    /// <param name="outputs">Receives the last layer's outputs: [n, output length].</param>
    /// <exception cref="ArgumentException">The network has no such unit, or the lengths don't fit it.</exception>
    public static void Predict(Network network, Unit unit, ReadOnlySpan<float> inputs, Span<float> outputs)
    {
        NetworkSpec spec = network.Spec;
        unit.Check(spec);
        int count = inputs.Length / spec.Input.Length;
        int length = spec.Output.Length;
        if (inputs.Length % spec.Input.Length != 0 || outputs.Length != count * length)
        {
            throw new ArgumentException(
                $"{inputs.Length} inputs and room for {outputs.Length} outputs were given; this network takes {spec.Input.Length} and "
                    + $"gives {length} for each sample."
            );
        }

        Shape shape = spec.OutputOf(unit.Layer);
        int places = shape.Height * shape.Width;
        for (int start = 0; start < count; start += Batch)
        {
            int batch = Math.Min(Batch, count - start);
            network.Forward(inputs.Slice(start * spec.Input.Length, batch * spec.Input.Length), batch);
            float[] silenced = network.OutputOf(unit.Layer).ToArray();
            for (int n = 0; n < batch; n++)
            {
                silenced.AsSpan((n * shape.Length) + (unit.Channel * places), places).Clear();
            }

            network.ForwardFrom(unit.Layer, silenced, batch).CopyTo(outputs[(start * length)..]);
        }
    }
}
