using System.Globalization;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Networks.Storage;

/// <summary>A network's spec as lines of words that a person can read, and back.</summary>
internal static class SpecText
{
    public static IEnumerable<string> Write(NetworkSpec spec)
    {
        yield return $"input {spec.Input.Channels} {spec.Input.Height} {spec.Input.Width}";
        foreach (LayerSpec layer in spec.Layers)
        {
            yield return $"layer {Write(layer)}";
        }

        yield return $"loss {spec.Loss}";
    }

    public static NetworkSpec Read(IEnumerable<string> lines)
    {
        Shape? input = null;
        Loss? loss = null;
        List<LayerSpec> layers = [];
        foreach (string line in lines)
        {
            switch (line.Split(' '))
            {
                case ["input", var channels, var height, var width]:
                    input = new Shape(Whole(channels), Whole(height), Whole(width));
                    break;
                case ["layer", .. var words]:
                    layers.Add(ReadLayer(words, line));
                    break;
                case ["loss", var name]:
                    loss = Named<Loss>(name);
                    break;
                default:
                    throw new FormatException($"“{line}” is no line of a spec; it must begin with input, layer or loss.");
            }
        }

        return new NetworkSpec(
            input ?? throw new FormatException("No line says the input's shape."),
            loss ?? throw new FormatException("No line says the loss."),
            layers
        );
    }

    private static string Write(LayerSpec layer) =>
        layer switch
        {
            ConvolutionSpec c => $"convolution {c.Filters} {c.KernelSize} {c.Stride} {Write(c.Padding, c.KernelSize)}",
            MaxPoolingSpec p => $"max-pooling {p.Size} {p.Stride}",
            AveragePoolingSpec p => $"average-pooling {p.Size} {p.Stride}",
            ActivationSpec a => $"activation {a.Function}",
            DropoutSpec d => $"dropout {d.Rate:R}",
            DenseSpec d => $"dense {d.Units}",
            FlattenSpec => "flatten",
            _ => throw new NotSupportedException($"A layer of {layer.Name} has no way into a file yet."),
        };

    private static string Write(Padding padding, int kernelSize) =>
        padding.IsSame ? "same" : $"{padding.PixelsFor(kernelSize)}";

    private static LayerSpec ReadLayer(string[] words, string line) =>
        words switch
        {
            ["convolution", var filters, var size, var stride, var padding] => new ConvolutionSpec(
                Whole(filters),
                Whole(size),
                Whole(stride),
                padding == "same" ? Padding.Same : Padding.Of(Whole(padding))
            ),
            ["max-pooling", var size, var stride] => new MaxPoolingSpec(Whole(size), Whole(stride)),
            ["average-pooling", var size, var stride] => new AveragePoolingSpec(Whole(size), Whole(stride)),
            ["activation", var function] => new ActivationSpec(Named<Activation>(function)),
            ["dropout", var rate] => new DropoutSpec(double.Parse(rate, NumberStyles.Float, CultureInfo.InvariantCulture)),
            ["dense", var units] => new DenseSpec(Whole(units)),
            ["flatten"] => new FlattenSpec(),
            _ => throw new FormatException($"“{line}” names no layer that this version knows."),
        };

    private static int Whole(string word) => int.Parse(word, NumberStyles.Integer, CultureInfo.InvariantCulture);

    private static T Named<T>(string word)
        where T : struct, Enum =>
        Enum.TryParse(word, out T value) && Enum.IsDefined(value)
            ? value
            : throw new FormatException($"“{word}” is none of {string.Join(", ", Enum.GetNames<T>())}.");
}
