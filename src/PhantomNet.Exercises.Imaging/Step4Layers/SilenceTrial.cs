using System.Runtime.InteropServices;
using PhantomNet.Exercises.Imaging.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The trained network's answers for all patients of a survey, with one unit set to zero: some patients at a time.</summary>
/// <param name="networks">The network.</param>
/// <param name="unit">What is silenced.</param>
/// <param name="survey">Whose patients; those that it has now.</param>
public sealed class SilenceTrial(LearnedNetworks networks, int unit, PatientSurvey survey)
{
    private readonly List<float> _margins = [];
    private readonly int _count = survey.Done;
    private int _most = 1; // nobody knows yet how long it takes

    /// <summary>The unit.</summary>
    public int Unit => unit;

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress => (double)_margins.Count / _count;

    /// <summary>Whether all patients are through.</summary>
    public bool IsComplete => _margins.Count == _count;

    /// <summary>Takes up to so many patients more, at most twice as many as the last time; returns how many.</summary>
    public async ValueTask<int> AdvanceAsync(int patients)
    {
        int now = Math.Min(Math.Min(patients, _most), _count - _margins.Count);
        _most = 2 * now;
        int length = networks.Model.Spec.Input.Length;
        float[] inputs = new float[now * length];
        for (int n = 0; n < now; n++)
        {
            survey.Input(_margins.Count + n).CopyTo(inputs, n * length);
        }

        _margins.AddRange(TrainedModel.Margins(await networks.SilencedAsync(unit, inputs)));
        return now;
    }

    /// <summary>What came of it, once it is complete.</summary>
    public SilenceResult Result()
    {
        ReadOnlySpan<int> labels = survey.Labels[.._count];
        float[] before = [.. survey.Trained.Margins.Take(_count)];
        int lost = 0;
        int won = 0;
        for (int n = 0; n < _count; n++)
        {
            bool was = Answers.IsRight(before[n], labels[n]);
            bool isNow = Answers.IsRight(_margins[n], labels[n]);
            lost += was && !isNow ? 1 : 0;
            won += isNow && !was ? 1 : 0;
        }

        return new SilenceResult(
            unit,
            Answers.Of(before, labels),
            Answers.Of(CollectionsMarshal.AsSpan(_margins), labels),
            lost,
            won,
            _margins.Count(margin => margin > 0)
        );
    }
}
