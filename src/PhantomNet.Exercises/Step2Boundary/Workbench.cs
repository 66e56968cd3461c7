using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>The points and the network that belong to a state, made anew or kept as the state changes.</summary>
/// <param name="runners">Makes the engine.</param>
internal sealed class Workbench(INetworkRunnerFactory runners)
{
    private Experiment? _resting; // keeps the weights while there is no point to train on

    /// <summary>The points.</summary>
    public BoundaryPoints Points { get; private set; } = new(BoundaryState.Default);

    /// <summary>The network in training; null where there is nothing to train on.</summary>
    public Experiment? Experiment { get; private set; }

    /// <summary>What the points and the network are made for; null before.</summary>
    public BoundaryState? State { get; private set; }

    /// <summary>Whether a state needs another network or other points, rather than the same weights with something changed.</summary>
    public bool NeedsNew(BoundaryState state) =>
        State is not { } old
        || (state.Shape, state.Count, state.Noise, state.PointSeed) != (old.Shape, old.Count, old.Noise, old.PointSeed)
        || state.WeightSeed != old.WeightSeed
        || !state.Spec(state.Training.Activation).Equals(old.Spec(old.Training.Activation));

    /// <summary>Whether a state has other points of its own hand, or another way of training.</summary>
    public bool NeedsOther(BoundaryState state) =>
        State is not { } old || !Equals(state.Edited, old.Edited) || state.Training != old.Training;

    /// <summary>A network with its first weights. The one before stays until this one is there.</summary>
    public async Task BuildAsync(BoundaryState state)
    {
        BoundaryPoints points = new(state);
        Experiment? next = null;
        if (points.Train.Count > 0)
        {
            next = await Experiment.CreateAsync(
                runners,
                state.Spec(state.Training.Activation),
                state.Training.Settings,
                BoundaryPoints.Samples(points.Train),
                BoundaryPoints.Samples(points.Test),
                state.WeightSeed
            );
        }

        await ReleaseAsync();
        (Points, Experiment, State) = (points, next, state);
    }

    /// <summary>
    /// The same weights with other points or settings. What was recorded of other points goes, since it isn't of these.
    /// </summary>
    public async Task RefitAsync(BoundaryState state)
    {
        if ((Experiment ?? _resting) is not { } old)
        {
            await BuildAsync(state);
            return;
        }

        bool otherPoints = !Equals(state.Edited, State!.Edited);
        BoundaryPoints points = otherPoints ? new BoundaryPoints(state) : Points;
        if (points.Train.Count == 0)
        {
            (Points, Experiment, _resting, State) = (points, null, old, state);
            return;
        }

        SampleSet? others = otherPoints ? BoundaryPoints.Samples(points.Train) : null;
        Experiment next = await old.ForkAsync(runners, state.Training.Settings, state.WeightSeed, others);
        await ReleaseAsync();
        (Points, Experiment, State) = (points, next, state);
    }

    /// <summary>Lets go of the engine.</summary>
    public async Task ReleaseAsync()
    {
        Experiment? old = Experiment ?? _resting;
        _resting = null;
        if (old is not null)
        {
            await old.DisposeAsync();
        }
    }
}
