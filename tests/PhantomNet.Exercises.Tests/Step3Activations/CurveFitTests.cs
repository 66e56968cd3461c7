using PhantomNet.Exercises.Step3Activations;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Tests.Step3Activations;

public sealed class CurveFitTests : IAsyncDisposable
{
    private readonly CurveFit _fit = new(new TextbookRunnerFactory());

    [Theory]
    [InlineData(FitTarget.Bump, Activation.Tanh)]
    [InlineData(FitTarget.Bump, Activation.Sigmoid)]
    [InlineData(FitTarget.Sine, Activation.Tanh)]
    [InlineData(FitTarget.Jump, Activation.Sigmoid)]
    [InlineData(FitTarget.Abs, Activation.ReLU)]
    public async Task With_an_activation_it_gets_far_below_the_best_straight_line(FitTarget target, Activation function)
    {
        await TrainAsync(new(target, Neurons: 8, function, Seed: 1, LearningRate: 0.02), epochs: 400);
        Assert.True(_fit.Loss < _fit.LineLoss / 5, $"{_fit.Loss} of {_fit.LineLoss}");
    }

    [Fact]
    public async Task Without_one_it_reaches_the_best_straight_line_and_stays_a_line()
    {
        await TrainAsync(new(FitTarget.Bump, Neurons: 16, Activation.Identity, Seed: 1, LearningRate: 0.02), epochs: 400);
        Assert.Equal(0, StraightLine.Minimax(CurveFit.X, _fit.Curve).Distance, 1e-5);
        Assert.InRange(_fit.Loss, _fit.LineLoss * 0.9999, _fit.LineLoss * 1.05);
    }

    [Fact]
    public async Task The_step_does_not_train()
    {
        await _fit.StartAsync(new(FitTarget.Bump, Neurons: 4, Activation.Step, Seed: 1, LearningRate: 0.02));
        Assert.Equal(0, await _fit.TrainAsync(10, CancellationToken.None));
    }

    [Fact]
    public async Task The_same_settings_start_from_the_same_weights()
    {
        FitSettings settings = new(FitTarget.Sine, Neurons: 5, Activation.Tanh, Seed: 3, LearningRate: 0.02);
        await _fit.StartAsync(settings);
        float[] first = _fit.Curve;
        await TrainAsync(settings, epochs: 3);
        Assert.NotEqual(first, _fit.Curve);
        await _fit.StartAsync(settings);
        Assert.Equal(first, _fit.Curve);
        Assert.Equal(0, _fit.Epoch);
    }

    [Fact]
    public async Task Its_history_stays_short_however_long_it_trains()
    {
        await _fit.StartAsync(new(FitTarget.Sine, Neurons: 1, Activation.Tanh, Seed: 3, LearningRate: 0.02));
        for (int i = 0; i < 3000; i++)
        {
            await _fit.MeasureAsync();
        }

        Assert.InRange(_fit.History.Count, 600, 1201);
    }

    public ValueTask DisposeAsync() => _fit.DisposeAsync();

    private async Task TrainAsync(FitSettings settings, int epochs)
    {
        await _fit.StartAsync(settings);
        while (_fit.Epoch < epochs)
        {
            Assert.NotEqual(0, await _fit.TrainAsync(16, CancellationToken.None));
        }

        await _fit.MeasureAsync();
    }
}
