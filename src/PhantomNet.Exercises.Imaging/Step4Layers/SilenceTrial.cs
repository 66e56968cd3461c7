using System.Runtime.InteropServices;
using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Inspection;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The trained network's answers for all patients of a survey, with one unit set to zero: a patient at a time.</summary>
/// <param name="network">The network, whose parameters stay as they are.</param>
/// <param name="unit">What is silenced.</param>
/// <param name="survey">Whose patients; those that it has now.</param>
public sealed class SilenceTrial(Network network, int unit, PatientSurvey survey)
{
    private readonly List<float> _margins = [];
    private readonly int _count = survey.Done;

    /// <summary>The unit.</summary>
    public int Unit => unit;

    /// <summary>How far it is, 0 to 1.</summary>
    public double Progress => (double)_margins.Count / _count;

    /// <summary>Whether all patients are through.</summary>
    public bool IsComplete => _margins.Count == _count;

    /// <summary>Takes the next patient.</summary>
    public void Advance()
    {
        float[] outputs = new float[network.Spec.Output.Length];
        Ablation.Predict(network, InnerUnits.Place(unit), survey.Input(_margins.Count), outputs);
        _margins.Add(TrainedModel.Margins(outputs)[0]);
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
