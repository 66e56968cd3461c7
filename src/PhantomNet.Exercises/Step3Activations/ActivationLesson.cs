using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Runners;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>Step 3 without its looks. What is slow to compute is kept until something that it depends on changes.</summary>
public sealed class ActivationLesson : Lesson<ActivationState>
{
    private readonly Kept<NeuronChain> _chain = new();
    private readonly Kept<HiddenNeurons> _hidden = new();
    private readonly Kept<HiddenAxes> _hiddenAxes = new();
    private readonly Kept<LayerStack> _stack = new();
    private readonly Kept<IReadOnlyList<GradientChain>> _gradients = new();

    /// <summary>Makes it at its default state.</summary>
    public ActivationLesson(INetworkRunnerFactory runners)
    {
        Fit = new CurveFit(runners);
        Tasks = ActivationTasks.For(this);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>All activations in the order in which they are offered.</summary>
    public static IReadOnlyList<Activation> Functions { get; } = Enum.GetValues<Activation>();

    /// <summary>f(z).</summary>
    public float Value => State.Function.Value((float)State.Z);

    /// <summary>f′(z) as the engine uses it: at a corner the slope from the left.</summary>
    public float Derivative => State.Function.Derivative((float)State.Z);

    /// <summary>Whether f has a corner at z, where only the slopes from the left and from the right exist.</summary>
    public bool IsAtCorner => State is { Z: 0, Function: Activation.ReLU or Activation.LeakyReLU };

    /// <summary>Whether f jumps at z, where it has no slope at all.</summary>
    public bool IsAtJump => State is { Z: 0, Function: Activation.Step };

    /// <summary>The neuron on the stage.</summary>
    public NeuronChain Chain =>
        _chain.Get((State.Function, State.On, State.Z), () => new NeuronChain(State.Function, State.On, State.Z));

    /// <summary>The hidden neurons.</summary>
    public HiddenNeurons Hidden =>
        _hidden.Get(
            (State.Function, State.On, State.Morph, State.HiddenSeed),
            () => new HiddenNeurons(State.Function, State.On, State.Morph / 100.0, State.HiddenSeed)
        );

    /// <summary>The scales of their charts.</summary>
    public HiddenAxes HiddenAxes =>
        _hiddenAxes.Get((State.Function, State.HiddenSeed), () => new HiddenAxes(State.Function, State.HiddenSeed));

    /// <summary>The stack of layers.</summary>
    public LayerStack Stack =>
        _stack.Get(
            (State.Layers, StackFunction, State.StackSeed),
            () => new LayerStack(State.Layers, StackFunction, State.StackSeed)
        );

    /// <summary>Ten layers with each of the activations.</summary>
    public IReadOnlyList<GradientChain> Gradients =>
        _gradients.Get(
            (State.GradientZ, State.Weight),
            () => [.. Functions.Select(function => new GradientChain(function, State.GradientZ, State.Weight))]
        );

    /// <summary>Ten layers with the chosen one.</summary>
    public GradientChain Gradient => Gradients.First(chain => chain.Function == State.Function);

    /// <summary>The fit; it has to be started with <see cref="FitSettings"/>.</summary>
    public CurveFit Fit { get; }

    /// <summary>What the fit should be started with.</summary>
    public FitSettings FitSettings =>
        new(State.Target, State.Neurons, State.FitOn ? State.Function : Activation.Identity, State.FitSeed, State.Rate);

    private Activation StackFunction => State.StackOn ? State.Function : Activation.Identity;

    /// <inheritdoc/>
    public override void Reset()
    {
        Fit.Forget();
        base.Reset();
    }

    public void Choose(Activation function) => Set(State with { Function = function }, HistoryEntry.New);

    public void MoveZ(double z) => Set(State with { Z = Hundredths(z, State.Z, -ActivationState.MaxZ, ActivationState.MaxZ) });

    public void Switch(bool on) => Set(State with { On = on }, HistoryEntry.New);

    public void Blend(double percent) => Set(State with { Morph = Whole(percent, State.Morph, 0, 100) });

    public void NewHiddenWeights() => Set(State with { HiddenSeed = Next(State.HiddenSeed) }, HistoryEntry.New);

    public void StackLayers(double layers) =>
        Set(State with { Layers = Whole(layers, State.Layers, 1, ActivationState.MaxLayers) });

    public void SwitchStack(bool on) => Set(State with { StackOn = on }, HistoryEntry.New);

    public void NewStackWeights() => Set(State with { StackSeed = Next(State.StackSeed) }, HistoryEntry.New);

    public void MoveGradientZ(double z) =>
        Set(
            State with
            {
                GradientZ = Math.Round(
                    Finite(z, State.GradientZ, -ActivationState.MaxGradientZ, ActivationState.MaxGradientZ),
                    1
                ),
            }
        );

    public void Weigh(double weight) =>
        Set(State with { Weight = Hundredths(weight, State.Weight, ActivationState.MinWeight, ActivationState.MaxWeight) });

    public void Aim(FitTarget target) => Set(State with { Target = target }, HistoryEntry.New);

    public void SetNeurons(double neurons) =>
        Set(State with { Neurons = Whole(neurons, State.Neurons, 1, ActivationState.MaxNeurons) });

    public void SwitchFit(bool on) => Set(State with { FitOn = on }, HistoryEntry.New);

    public void NewFitWeights() => Set(State with { FitSeed = Next(State.FitSeed) }, HistoryEntry.New);

    public void SetRate(double rate) =>
        Set(State with { Rate = Finite(rate, State.Rate, ActivationState.MinRate, ActivationState.MaxRate) });

    private static int Next(int seed) => seed % ActivationState.MaxSeed + 1;

    private static double Finite(double value, double fallback, double min, double max) =>
        double.IsNaN(value) ? fallback : Math.Clamp(value, min, max);

    private static double Hundredths(double value, double fallback, double min, double max) =>
        Math.Round(Finite(value, fallback, min, max), 2);

    private static int Whole(double value, int fallback, int min, int max) =>
        (int)Math.Round(Finite(value, fallback, min, max), MidpointRounding.AwayFromZero);
}
