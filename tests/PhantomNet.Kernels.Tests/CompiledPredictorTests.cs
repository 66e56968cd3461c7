using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Networks.Training;
using PhantomNet.Wasm;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

/// <summary>What the random networks of <see cref="AgainstTextbookTests"/> leave open.</summary>
public sealed class CompiledPredictorTests : IDisposable
{
    /// <summary>As there: float32, summed in another order.</summary>
    private const double Share = 1e-5;

    private static readonly NetworkSpec _dense = new(
        Shape.Vector(3),
        Loss.SoftmaxCrossEntropy,
        new DenseSpec(6),
        new ActivationSpec(Activation.Tanh),
        new DenseSpec(5)
    );

    private readonly WasmtimeHosts _hosts = new();

    public void Dispose() => _hosts.Dispose();

    public static TheoryData<NetworkSpec> Odd =>
        [
            // A vector as an image of one pixel, with a border.
            Image(new Shape(2, 3, 5), new FlattenSpec(), Padded(4), new FlattenSpec()),
            Image(Shape.Vector(4), new DenseSpec(7), Padded(3), new ActivationSpec(Activation.Sigmoid), new FlattenSpec()),
            // An image as output.
            Image(new Shape(1, 6, 7), Padded(2), new ActivationSpec(Activation.Sigmoid), Padded(3)),
            // Rows of one pixel.
            Image(new Shape(2, 9, 1), Padded(3), new MaxPoolingSpec(1, 2), new FlattenSpec()),
            // One layer that computes next to nothing.
            Image(new Shape(1, 2, 3), new ActivationSpec(Activation.LeakyReLU)),
            Image(new Shape(2, 2, 3), new DropoutSpec(0.5)),
            Image(new Shape(2, 2, 3), new FlattenSpec()),
        ];

    [Theory]
    [MemberData(nameof(Odd))]
    public async Task Odd_networks_predict_as_the_textbook_does(NetworkSpec spec)
    {
        const int count = 3;
        float[] parameters = Initialiser.Parameters(spec, seed: 2);
        float[] inputs = [.. Enumerable.Range(0, count * spec.Input.Length).Select(i => MathF.Sin(i * i))];
        Network network = new(spec);
        parameters.CopyTo(network.Parameters);
        double[] expected = NetworkCase.ToDouble(network.Forward(inputs, count));
        await using CompiledPredictor predictor = await CompiledPredictor.CreateAsync(_hosts, spec, parameters);
        float[] outputs = new float[expected.Length];
        await predictor.PredictAsync(inputs, outputs);
        Tolerance.AssertClose(expected, outputs, Share, floor: 1);
    }

    [Fact]
    public async Task Predictions_do_not_depend_on_how_many_are_asked_for_at_once()
    {
        const int count = 600; // more than are staged at once
        await using CompiledPredictor predictor = await MakeAsync();
        float[] inputs = [.. Enumerable.Range(0, 3 * count).Select(i => MathF.Sin(i))];
        float[] together = new float[5 * count];
        await predictor.PredictAsync(inputs, together);
        for (int n = 0; n < count; n += 7)
        {
            float[] alone = new float[5];
            await predictor.PredictAsync(inputs.AsMemory(3 * n, 3), alone);
            Assert.Equal(alone, together[(5 * n)..(5 * (n + 1))]);
        }

        await predictor.PredictAsync(ReadOnlyMemory<float>.Empty, Memory<float>.Empty);
    }

    [Fact]
    public async Task What_does_not_fit_is_refused()
    {
        await using CompiledPredictor predictor = await MakeAsync();
        await AssertRefusedAsync(predictor.PredictAsync(new float[4], new float[5]).AsTask(), "4 inputs");
        await AssertRefusedAsync(CompiledPredictor.CreateAsync(_hosts, _dense, new float[2]).AsTask(), "2 parameters");
    }

    [Fact]
    public void There_is_room_for_the_parameters_once()
    {
        NetworkSpec spec = new(Shape.Vector(1000), Loss.MeanSquaredError, new DenseSpec(1000));
        TrainingSettings settings = new(new Adam(0.1), BatchSize: 1);
        MemoryMap map = NetworkCompiler.Compile(spec, settings, sampleCount: 0, ModuleUse.Predicting).Map;
        Assert.Equal((0, 0), (map.Slots.Bytes, map.Gradients.Bytes));
        Assert.Empty(map.OutputGradients);
        const long mostStaged = 3 << 20;
        Assert.InRange(
            (long)map.Pages * MemoryLimits.PageBytes,
            4L * spec.ParameterCount,
            (4L * spec.ParameterCount) + mostStaged
        );
    }

    private ValueTask<CompiledPredictor> MakeAsync() =>
        CompiledPredictor.CreateAsync(_hosts, _dense, Initialiser.Parameters(_dense, seed: 1));

    private static async Task AssertRefusedAsync(Task action, string part) =>
        Assert.Contains(part, (await Assert.ThrowsAsync<ArgumentException>(() => action)).Message, StringComparison.Ordinal);

    private static ConvolutionSpec Padded(int filters) => new(filters, 3, 1, Padding.Of(1));

    private static NetworkSpec Image(Shape input, params LayerSpec[] layers) => new(input, Loss.MeanSquaredError, layers);
}
