using System.Text.Json;
using System.Text.Json.Serialization;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Networks.Tests.PyTorch;

/// <summary>One network of fixtures.json, which make_fixtures.py wrote.</summary>
internal sealed record PyTorchCase(
    string Name,
    int[] Shape,
    JsonElement[] Layers,
    Loss Loss,
    PyTorchOptimizer Optimizer,
    double L2,
    int Batch,
    float[] Inputs,
    float[] Targets,
    float[] Start,
    double[] Losses,
    Dictionary<int, float[]> After,
    float[]? Weights = null
)
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
    };

    public static PyTorchCase[] Load()
    {
        using Stream stream = typeof(PyTorchCase).Assembly.GetManifestResourceStream("fixtures.json")!;
        return JsonSerializer.Deserialize<PyTorchCase[]>(stream, _options)!;
    }

    public NetworkSpec Spec =>
        new(
            Shape is [int length] ? Networks.Shape.Vector(length) : new Shape(Shape[0], Shape[1], Shape[2]),
            Loss,
            Layers.Select(Layer)
        );

    public SampleSet Samples =>
        Loss == Loss.MeanSquaredError
            ? SampleSet.OfValues(Spec.Input, Inputs, Targets, Spec.Output.Length)
            : SampleSet.OfClasses(Spec.Input, Inputs, [.. Targets.Select(t => (int)t)], Math.Max(2, Spec.Output.Length));

    [JsonIgnore]
    public TrainingSettings Settings =>
        new(Optimizer.Build(), Batch, L2, ClassWeights: Weights is null ? null : new ClassWeights(Weights));

    private static LayerSpec Layer(JsonElement layer) =>
        layer.ValueKind switch
        {
            JsonValueKind.Number => new DenseSpec(layer.GetInt32()),
            JsonValueKind.Object => ImageLayer(layer.EnumerateObject().Single()),
            _ when layer.ValueEquals("flatten") => new FlattenSpec(),
            _ => new ActivationSpec(Enum.Parse<Activation>(layer.GetString()!)),
        };

    private static LayerSpec ImageLayer(JsonProperty layer) =>
        (layer.Name, layer.Value.Deserialize<int[]>()) switch
        {
            ("conv", [int filters, int kernel, int stride, int padding]) => new ConvolutionSpec(
                filters,
                kernel,
                stride,
                Padding.Of(padding)
            ),
            ("max", [int size, int stride]) => new MaxPoolingSpec(size, stride),
            ("average", [int size, int stride]) => new AveragePoolingSpec(size, stride),
            _ => throw new NotSupportedException(layer.Name),
        };
}
