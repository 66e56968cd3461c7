using System.Globalization;
using System.Runtime.InteropServices;
using PhantomNet.Networks;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Bench.Cases;

/// <summary>
/// A network as an ONNX model, from an input x of any number of samples to logits y. Field numbers are those of onnx.proto
/// (docs/sources.md#onnx).
/// </summary>
internal static class OnnxModel
{
    private const int Float = 1; // TensorProto.DataType
    private const int Integers = 7; // AttributeProto.AttributeType
    private const int Integer = 2;

    public static byte[] Write(NetworkSpec spec, float[] parameters)
    {
        Protobuf graph = new();
        string value = "x";
        for (int i = 0; i < spec.Layers.Count; i++)
        {
            string next = i == spec.Layers.Count - 1 ? "y" : string.Create(CultureInfo.InvariantCulture, $"v{i}");
            graph.Message(1, Node(spec, i, value, next));
            value = next;
        }

        graph.Text(2, "network");
        foreach (ParameterBlock block in spec.ParameterBlocks())
        {
            graph.Message(5, Tensor($"w{block.Layer}", WeightShape(spec, block.Layer), parameters.AsSpan(block.Weights)));
            graph.Message(5, Tensor($"b{block.Layer}", [block.BiasCount], parameters.AsSpan(block.Biases)));
        }

        graph.Message(11, Value("x", [spec.Input.Channels, spec.Input.Height, spec.Input.Width]));
        graph.Message(12, Value("y", [spec.Output.Length]));
        return new Protobuf()
            .Number(1, 8) // of the format
            .Message(7, graph)
            .Message(8, new Protobuf().Text(1, "").Number(2, 17)) // of the operators
            .ToArray();
    }

    private static Protobuf Node(NetworkSpec spec, int index, string from, string to)
    {
        Protobuf node = new Protobuf().Text(1, from);
        if (spec.ParameterCountOf(index) > 0)
        {
            node.Text(1, $"w{index}").Text(1, $"b{index}");
        }

        node.Text(2, to);
        return spec.Layers[index] switch
        {
            ConvolutionSpec convolution => node.Text(4, "Conv")
                .Message(5, Numbers("kernel_shape", convolution.KernelSize, convolution.KernelSize))
                .Message(5, Numbers("pads", [.. Enumerable.Repeat(convolution.Window!.Value.Padding, 4)])),
            MaxPoolingSpec pool => node.Text(4, "MaxPool")
                .Message(5, Numbers("kernel_shape", pool.Size, pool.Size))
                .Message(5, Numbers("strides", pool.Stride, pool.Stride)),
            DenseSpec => node.Text(4, "Gemm").Message(5, new Protobuf().Text(1, "transB").Number(3, 1).Number(20, Integer)),
            FlattenSpec => node.Text(4, "Flatten"),
            ActivationSpec { Function: Activation.ReLU } => node.Text(4, "Relu"),
            _ => throw new ArgumentException($"{spec.Layers[index].Name} has no ONNX operator here."),
        };
    }

    private static Protobuf Numbers(string name, params int[] values)
    {
        Protobuf attribute = new Protobuf().Text(1, name);
        foreach (int value in values)
        {
            attribute.Number(8, value);
        }

        return attribute.Number(20, Integers);
    }

    private static int[] WeightShape(NetworkSpec spec, int layer) =>
        spec.Layers[layer] is ConvolutionSpec convolution
            ? [convolution.Filters, spec.InputOf(layer).Channels, convolution.KernelSize, convolution.KernelSize]
            : [spec.OutputOf(layer).Length, spec.InputOf(layer).Length];

    private static Protobuf Tensor(string name, int[] shape, ReadOnlySpan<float> values)
    {
        Protobuf tensor = new();
        foreach (int side in shape)
        {
            tensor.Number(1, side);
        }

        return tensor.Number(2, Float).Text(8, name).Bytes(9, MemoryMarshal.AsBytes(values));
    }

    // The first side, that of the samples, is left open.
    private static Protobuf Value(string name, int[] shape)
    {
        Protobuf sides = new Protobuf().Message(1, new Protobuf().Text(2, "samples"));
        foreach (int side in shape)
        {
            sides.Message(1, new Protobuf().Number(1, side));
        }

        Protobuf tensor = new Protobuf().Number(1, Float).Message(2, sides);
        return new Protobuf().Text(1, name).Message(2, new Protobuf().Message(1, tensor));
    }
}
