using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>
/// The trial: a dense and a convolutional network learn the same radiographs as they are and shuffled, in step with one another,
/// from the same first weights, with the same minibatches. What doesn't depend on a changed setting is kept.
/// </summary>
public sealed class TwinTrial(INetworkRunnerFactory factory) : IAsyncDisposable
{
    private const int OrderSeed = 1;
    private const int RowsAtOnce = 8;

    private readonly Dictionary<(bool Convolutional, Arrangement Arrangement), TrialLearner> _learners = [];

    /// <summary>What it was last prepared for; null before, and after it was forgotten.</summary>
    public TrialSettings? Settings { get; private set; }

    /// <summary>Its images; null before.</summary>
    public TrialImages? Images { get; private set; }

    /// <summary>Goes up whenever there is something new to show.</summary>
    public int Version { get; private set; }

    /// <summary>All networks that there are, finished or not, in a fixed order.</summary>
    public IEnumerable<TrialLearner> Learners =>
        _learners.Values.OrderBy(learner => learner.IsConvolutional).ThenBy(learner => learner.Arrangement);

    /// <summary>The networks of the present settings, those that there are.</summary>
    public IEnumerable<TrialLearner> Present =>
        Learners.Where(learner => learner.Arrangement == Arrangement.Original || learner.Arrangement == Settings?.Compared);

    /// <summary>Whether all networks of the present settings are trained and tested.</summary>
    public bool IsFinished =>
        Settings is not null && Keys().All(key => Find(key.Convolutional, key.Arrangement)?.IsFinished == true);

    /// <summary>A network, or null where there is none yet.</summary>
    public TrialLearner? Find(bool convolutional, Arrangement arrangement) =>
        Settings is null ? null : _learners.GetValueOrDefault((convolutional, arrangement));

    /// <summary>Forgets everything.</summary>
    public void Forget() => Settings = null;

    /// <summary>Takes new settings; nothing may be at work meanwhile.</summary>
    public async ValueTask PrepareAsync(TrialSettings settings)
    {
        if (Settings is null || Settings.Set != settings.Set)
        {
            await DropAsync(_ => true);
            Images = new TrialImages(settings.Set);
        }
        else if (Settings.Shuffle != settings.Shuffle)
        {
            await DropAsync(arrangement => arrangement != Arrangement.Original);
            Images!.ForgetShuffled();
        }

        Settings = settings;
        Version++;
    }

    /// <summary>Does the next piece of work: some rows of an image, minibatches of one network, a part of a test.</summary>
    /// <param name="units">How much: rows of an image, or multiples of <see cref="TrialLearner.MultiplyAddsPerUnit"/> of a network.</param>
    /// <param name="cancellation">Looked at between minibatches.</param>
    /// <returns>How much it did; 0 when there is nothing more to do.</returns>
    public async ValueTask<int> AdvanceAsync(int units, CancellationToken cancellation)
    {
        if (Settings is null || Images is null)
        {
            return 0;
        }

        if (Images.Set is null)
        {
            int before = Images.Done;
            int rows = Images.Advance(Math.Min(units, RowsAtOnce));
            Version += Images.Done != before && Images.Done % 25 == 0 ? 1 : 0;
            return rows;
        }

        if (await PrepareNextAsync(Settings))
        {
            return 1;
        }

        TrialLearner? next = Keys().Select(key => _learners[key]).Where(key => !key.IsFinished).MinBy(key => key.Progress);
        if (next is null)
        {
            return 0;
        }

        int epoch = next.Epoch;
        int unitsEach = next.UnitsPerMinibatch;
        int done = await next.AdvanceAsync(Math.Max(1, units / unitsEach), cancellation);
        Version += next.Epoch != epoch || next.IsFinished ? 1 : 0;
        return done * unitsEach;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => DropAsync(_ => true);

    // Whether something had to be made: shuffled images, or a network.
    private async ValueTask<bool> PrepareNextAsync(TrialSettings settings)
    {
        foreach ((bool convolutional, Arrangement arrangement) in Keys())
        {
            foreach (SetPart part in (SetPart[])[SetPart.Training, SetPart.Test])
            {
                if (Images!.Samples(arrangement, part) is null)
                {
                    Images.Arrange(arrangement, part, settings.Shuffle);
                    return true;
                }
            }

            if (!_learners.ContainsKey((convolutional, arrangement)))
            {
                SampleSet[] sets =
                [
                    Images!.Samples(arrangement, SetPart.Training)!,
                    Images.Samples(arrangement, SetPart.Test)!,
                ];
                _learners[(convolutional, arrangement)] = await TrialLearner.CreateAsync(
                    factory,
                    convolutional,
                    arrangement,
                    sets,
                    FirstParameters(convolutional, arrangement, settings.Shuffle),
                    OrderSeed
                );
                return true;
            }
        }

        return false;
    }

    // The dense network's weights move with their pixels; a kernel's have no pixel of their own.
    private static float[] FirstParameters(bool convolutional, Arrangement arrangement, int shuffle)
    {
        float[] parameters = TrialNetworks.FirstParameters(convolutional);
        return convolutional || arrangement != Arrangement.Shuffled
            ? parameters
            : PixelPermutation
                .Draw(TrialNetworks.Side * TrialNetworks.Side, shuffle)
                .ShuffledWeights(TrialNetworks.Dense, parameters);
    }

    private IEnumerable<(bool Convolutional, Arrangement Arrangement)> Keys()
    {
        Arrangement compared = Settings!.Compared;
        return [(false, Arrangement.Original), (false, compared), (true, Arrangement.Original), (true, compared)];
    }

    private async ValueTask DropAsync(Func<Arrangement, bool> which)
    {
        foreach ((bool, Arrangement Arrangement) key in _learners.Keys.Where(key => which(key.Arrangement)).ToArray())
        {
            await _learners[key].DisposeAsync();
            _learners.Remove(key);
        }
    }
}
