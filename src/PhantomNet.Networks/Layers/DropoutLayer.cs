using PhantomNet.Randomness;

namespace PhantomNet.Networks.Layers;

/// <summary>In training y = x × mask, where the mask is 0 or 1 / (1 − rate); else y = x.</summary>
/// <remarks>The mask isn't kept: backward draws the same numbers again.</remarks>
internal sealed class DropoutLayer(Shape shape, double rate) : Layer
{
    private readonly SeededRandom _random = new(seed: 0);
    private readonly float _kept = (float)(1 / (1 - rate));
    private TrainingPass? _pass;

    public override void Begin(TrainingPass? pass) => _pass = pass;

    public override void Forward(ReadOnlySpan<float> parameters, ReadOnlySpan<float> input, Span<float> output, int batch) =>
        Apply(input[..(batch * shape.Length)], output);

    public override void Backward(
        ReadOnlySpan<float> parameters,
        ReadOnlySpan<float> input,
        ReadOnlySpan<float> output,
        ReadOnlySpan<float> outputGradient,
        Span<float> inputGradient,
        Span<float> parameterGradient,
        int batch
    ) => Apply(outputGradient[..inputGradient.Length], inputGradient);

    private void Apply(ReadOnlySpan<float> from, Span<float> to)
    {
        if (_pass is not { } pass)
        {
            from.CopyTo(to);
            return;
        }

        // The seed of the training gives each layer its own, and that gives each update its own numbers.
        _random.Restart(pass.Seed, TrainingPass.FirstStream - pass.Layer);
        _random.Restart((int)_random.NextBits(), (int)pass.Update);
        for (int i = 0; i < from.Length; i++)
        {
            to[i] = _random.NextDouble() < rate ? 0 : from[i] * _kept;
        }
    }
}
