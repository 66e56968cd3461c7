using PhantomNet.Networks;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Saliency maps of the logit of pneumonia, on the grid of the image.</summary>
public static class SaliencyMaps
{
    /// <summary>The class that is asked about.</summary>
    public const int Asked = 1;

    /// <summary>How the image is covered: patches of 8×8 pixels, 4 apart, filled with the training images' mean.</summary>
    public static Occlusion Cover { get; } = new(PatchSize: 8, Stride: 4, Fill: 0);

    /// <summary>
    /// Grad-CAM of the last convolution's maps after their ReLU, from what a chain has computed so far: only the layers behind them
    /// are run again.
    /// </summary>
    public static GradCam GradCamOf(LayerChain chain)
    {
        NetworkSpec spec = chain.Spec;
        int layer = LastMaps(spec);
        // An identity in front stands for the layers that are done.
        NetworkSpec rest = new(
            spec.OutputOf(layer),
            spec.Loss,
            [new ActivationSpec(Activation.Identity), .. spec.Layers.Skip(layer + 1)]
        );
        Network network = new(rest);
        chain.Parameters.AsSpan(^rest.ParameterCount..).CopyTo(network.Parameters);
        return GradCam.Of(network, chain.Output(layer), layer: 0, Asked);
    }

    /// <summary>The layer whose maps Grad-CAM weighs: the last activation that has rows and columns.</summary>
    public static int LastMaps(NetworkSpec spec)
    {
        int last = 0;
        for (int layer = 0; layer < spec.Layers.Count && spec.Layers[layer].Window is not null; layer++)
        {
            last = spec.Layers[layer] is ActivationSpec ? layer : last;
        }

        return last;
    }

    /// <summary>What <see cref="Cover"/> gave, for each pixel: the mean over the patches that cover it.</summary>
    public static SaliencyMap PerPixel(SaliencyMap places, Shape image)
    {
        float[] sums = new float[image.Height * image.Width];
        int[] counts = new int[sums.Length];
        for (int row = 0; row < places.Height; row++)
        {
            for (int column = 0; column < places.Width; column++)
            {
                PixelRectangle patch = Cover.Patch(image, row, column);
                for (int i = 0; i < patch.Height * patch.Width; i++)
                {
                    int pixel = ((patch.Top + (i / patch.Width)) * image.Width) + patch.Left + (i % patch.Width);
                    sums[pixel] += places[row, column];
                    counts[pixel]++;
                }
            }
        }

        return new SaliencyMap(image.Height, image.Width, [.. sums.Zip(counts, (sum, count) => sum / count)]);
    }
}
