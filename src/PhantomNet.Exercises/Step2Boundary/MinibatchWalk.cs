using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>The next minibatch in four phases. What each shows is what the engine computed; the last makes the update.</summary>
public sealed class MinibatchWalk
{
    private readonly BatchTrace _trace;
    private readonly float[] _before;
    private readonly double _l2;
    private readonly OptimizerKind _optimizer;
    private bool _made;
    private readonly long _updates;
    private readonly Experiment _experiment;

    private MinibatchWalk(BoundaryLesson lesson, int[] samples, BatchTrace trace, float[] before, long updates)
    {
        _trace = trace;
        _before = before;
        _updates = updates;
        _l2 = lesson.State.Training.L2;
        _optimizer = lesson.State.Training.Optimizer;
        Points = [.. samples.Select((sample, n) => Walked(lesson.Points.Train[sample], sample, n, trace))];
        _experiment = lesson.Experiment!;
        Parameters = Changes(before);
    }

    /// <summary>What happens in each.</summary>
    public static IReadOnlyList<string> Phases { get; } = ["Forward", "Loss", "Backward", "Update"];

    /// <summary>0 to 3.</summary>
    public int Phase { get; private set; }

    /// <summary>The points of the minibatch.</summary>
    public IReadOnlyList<WalkedPoint> Points { get; }

    /// <summary>Every parameter with its gradient, and after the last phase its new value.</summary>
    public IReadOnlyList<WalkedParameter> Parameters { get; private set; }

    /// <summary>What the phase does.</summary>
    public string Explanation =>
        Phase switch
        {
            0 => $"Forward: {Points.Count} points go through the network; each ends in a logit z and a score ŷ = σ(z).",
            1 => $"Loss: −log ŷ for Pneumonia, −log(1 − ŷ) for Normal. Their mean is {_trace.Loss:F4}.",
            2 => "Backward: ∂(mean loss)/∂z of a point is (ŷ − y) divided by the number of points. From there the chain rule "
                + "goes back to every parameter.",
            _ when !_made => "Update: it would not have been a finite number, so it was not made. Training has diverged.",
            _ =>
                $"Update: {Move}. {(_l2 > 0 ? "To the gradient of a weight L2 first added λ times the weight. " : "")}The stage shows the new network.",
        };

    // Only plain descent goes against the gradient of this minibatch alone.
    private string Move =>
        _optimizer switch
        {
            OptimizerKind.Momentum =>
                "every parameter has moved against a running sum of its gradients, in which older ones fade",
            OptimizerKind.Adam =>
                "every parameter has moved against the running mean of its gradients, divided by the root of the running mean of "
                    + "their squares",
            _ => "every parameter has moved against its gradient by the learning rate times the gradient",
        };

    private NetworkSpec Spec => _experiment.Shown.Spec;

    /// <summary>Runs the next minibatch; nothing is updated yet.</summary>
    public static async Task<MinibatchWalk> StartAsync(BoundaryLesson lesson)
    {
        await lesson.GoToViewedAsync();
        (int[] samples, BatchTrace trace) = await lesson.Experiment!.TraceNextAsync();
        RunnerState state = lesson.Experiment.Now.Snapshot.State;
        return new MinibatchWalk(lesson, samples, trace, state.Parameters, state.Updates);
    }

    /// <summary>Goes on to the next phase.</summary>
    public async Task<MinibatchWalk> AdvanceAsync(BoundaryLesson lesson)
    {
        Phase++;
        if (Phase == Phases.Count - 1)
        {
            await lesson.StepAsync(wholeEpoch: false);
            _made = Done == 1;
            Parameters = Changes(_experiment.Now.Snapshot.State.Parameters);
        }

        return this;
    }

    /// <summary>Whether the network is still the one that was walked through.</summary>
    public bool Fits(BoundaryLesson lesson) =>
        lesson.Viewed is null
        && lesson.Experiment == _experiment // other points or settings make another
        && (Done == (Phase == Phases.Count - 1 ? 1 : 0) || (Done == 0 && _experiment.Trainer.HasDiverged));

    private long Done => _experiment.Now.Snapshot.State.Updates - _updates;

    private static WalkedPoint Walked(LabelledPoint point, int index, int n, BatchTrace trace)
    {
        float logit = trace.Outputs[^1][n];
        Span<float> gradient = stackalloc float[1];
        double loss = Loss.BinaryCrossEntropy.Evaluate([logit], [point.Label], gradient, 1);
        return new WalkedPoint(
            index,
            point.X1,
            point.X2,
            point.Label,
            logit,
            Activations.Sigmoid(logit),
            loss,
            trace.OutputGradients[^1][n]
        );
    }

    private IReadOnlyList<WalkedParameter> Changes(float[] after) =>
        [.. Names(Spec).Select((name, i) => new WalkedParameter(name, _before[i], _trace.ParameterGradients[i], after[i]))];

    // In the order in which the parameters lie: each layer's weights, unit by unit, then its biases.
    private static IEnumerable<string> Names(NetworkSpec spec)
    {
        foreach (ParameterBlock block in spec.ParameterBlocks())
        {
            int inputs = block.WeightCount / block.BiasCount;
            bool output = block.Layer == spec.Layers.Count - 1;
            string Unit(int unit) => output ? "output" : $"layer {(block.Layer / 2) + 1}, neuron {unit + 1}";
            for (int i = 0; i < block.WeightCount; i++)
            {
                yield return $"{Unit(i / inputs)}: weight {(i % inputs) + 1}";
            }

            for (int unit = 0; unit < block.BiasCount; unit++)
            {
                yield return $"{Unit(unit)}: bias";
            }
        }
    }
}
