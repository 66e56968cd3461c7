using PhantomNet.Kernels.Planning;
using PhantomNet.Kernels.Running;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Tests;
using PhantomNet.Networks.Tests.Reference;
using PhantomNet.Networks.Training;
using PhantomNet.Wasmtime;

namespace PhantomNet.Kernels.Tests;

/// <summary>Convolutions that are computed in squares of outputs, beside the textbook's sums.</summary>
public sealed class WinogradTests : IDisposable
{
    /// <summary>
    /// As a share of the largest number, at least 1: sums and differences of up to 16 places before each product round a little
    /// more often than one product for each weight does.
    /// </summary>
    private const double Share = 1e-5;

    private readonly WasmtimeHosts _hosts = new();

    public void Dispose() => _hosts.Dispose();

    /// <summary>Channels, height, width, filters and padding of the second convolution, which also goes back to its input.</summary>
    public static TheoryData<int, int, int, int, int> Sizes =>
        new()
        {
            { 4, 4, 4, 4, 0 }, // one square
            { 4, 5, 7, 6, 0 }, // an odd row and column left
            { 8, 9, 24, 12, 1 }, // many squares a row
            { 9, 6, 13, 5, 1 }, // a channel more than are written in one go, a filter more than are held
            { 19, 7, 5, 10, 2 },
        };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Squares_of_outputs_are_what_the_textbook_computes_place_by_place(
        int channels,
        int height,
        int width,
        int filters,
        int padding
    )
    {
        NetworkSpec spec = new(
            new Shape(2, height + 2, width + 2),
            Loss.MeanSquaredError,
            new ConvolutionSpec(channels, 3),
            new ActivationSpec(Activation.Tanh),
            new ConvolutionSpec(filters, 3, 1, Padding.Of(padding)),
            new FlattenSpec()
        );
        TrainingSettings settings = new(new Sgd(0.01), BatchSize: 6);
        LayerPlan layer = new NetworkPlan(spec, settings, ModuleUse.Training).Layers[2];
        Assert.NotNull(layer.Winograd);
        Assert.NotNull(layer.WinogradBack);
        SampleSet samples = Samples(spec, settings.BatchSize);
        float[] parameters = Initialiser.Parameters(spec, seed: 5);
        await using TextbookRunner textbook = new(spec, settings, samples, parameters);
        await using CompiledRunner compiled = await CompiledRunner.CreateAsync(_hosts, spec, settings, samples, parameters);
        float[] expected = new float[samples.Count * spec.Output.Length];
        float[] actual = new float[expected.Length];
        await textbook.PredictAsync(samples.Inputs, expected);
        await compiled.PredictAsync(samples.Inputs, actual);
        Tolerance.AssertClose(NetworkCase.ToDouble(expected), actual, Share, floor: 1);
        BatchTrace one = await textbook.TraceAsync(samples.Inputs, samples.Targets);
        BatchTrace other = await compiled.TraceAsync(samples.Inputs, samples.Targets);
        Tolerance.AssertGradient(NetworkCase.ToDouble(one.OutputGradients[1]), other.OutputGradients[1]);
        Tolerance.AssertGradient(NetworkCase.ToDouble(one.ParameterGradients), other.ParameterGradients);
    }

    [Theory]
    [InlineData(8, 8, 5, 1)] // other kernels
    [InlineData(8, 8, 3, 2)] // strides
    [InlineData(1, 1, 3, 1)] // as much work before and after as is saved
    public void Where_nothing_is_saved_each_weight_is_multiplied(int channels, int filters, int kernel, int stride) =>
        Assert.False(WinogradPlan.Suits(channels, filters, kernel, stride, new Shape(filters, 12, 12)));

    private static SampleSet Samples(NetworkSpec spec, int count)
    {
        float[] inputs = [.. Enumerable.Range(0, count * spec.Input.Length).Select(i => MathF.Sin(i * i))];
        float[] values = [.. Enumerable.Range(0, count * spec.Output.Length).Select(i => MathF.Cos(i))];
        return SampleSet.OfValues(spec.Input, inputs, values, spec.Output.Length);
    }
}
