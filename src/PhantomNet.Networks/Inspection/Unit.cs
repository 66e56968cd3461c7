using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Inspection;

/// <summary>One feature map of a layer's output, or one element where that output is a vector.</summary>
/// <param name="Layer">Index of the layer.</param>
/// <param name="Channel">Index of the feature map or element.</param>
public readonly record struct Unit(int Layer, int Channel)
{
    internal void Check(NetworkSpec spec)
    {
        spec.CheckLayer(Layer);
        Shape output = spec.OutputOf(Layer);
        if (Channel < 0 || Channel >= output.Channels)
        {
            throw new ArgumentException(
                $"Unit {Channel} of layer {Layer + 1} was asked for; that layer gives the shape {output}, with units 0 to "
                    + $"{output.Channels - 1}."
            );
        }
    }
}
