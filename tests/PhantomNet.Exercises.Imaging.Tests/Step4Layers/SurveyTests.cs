using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step4Layers;
using PhantomNet.Exercises.Imaging.Tests.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step4Layers;

/// <summary>A survey against the same done at once, in the plainest way.</summary>
public sealed class SurveyTests
{
    private const int Patients = 12;
    private static readonly TrainedModel _model = TrainedModel.Loaded;
    private static readonly LearnedNetworks _networks = new(_model, new TextbookRunnerFactory());
    private static readonly PatientSurvey _survey = Surveyed();
    private static readonly Radiograph[] _radiographs =
    [
        .. Enumerable
            .Range(0, Patients)
            .Select(index => Acquisition.Take(_model.TestPatient(PatientSurvey.First + index), TrueMasks.Structures)),
    ];

    [Fact]
    public void Its_patients_are_the_models_test_patients()
    {
        Assert.Equal(Patients, _survey.Done);
        Assert.Equal([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1], _survey.Labels.ToArray());
        Assert.Equal(_radiographs[5].Pixels(), _survey.Pixels(5));
        Assert.Equal(_model.Input(_radiographs[5]), _survey.Input(5));
        float[] outputs = _model.Build().Forward(_survey.Input(5), batch: 1).ToArray();
        Assert.Equal(TrainedModel.Margins(outputs)[0], _survey.Trained.Margins[5]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(55)]
    public void A_units_patches_are_those_that_a_search_of_its_own_finds(int unit)
    {
        Assert.Equal(
            TopPatches
                .Find(_model.Build(), Samples(), InnerUnits.Place(unit), NetworkSurvey.Patches)
                .Where(place => place.Value > 0),
            _survey.Trained.PatchesOf(unit)
        );
    }

    [Fact]
    public void A_units_overlap_is_the_mean_over_patients()
    {
        const int unit = 30;
        Network network = _model.Build();
        double sum = 0;
        int count = 0;
        for (int n = 0; n < Patients; n++)
        {
            network.Forward(_survey.Input(n), batch: 1);
            double area = MapOverlap.Of(MapOf(network, unit), TrueMasks.Of(_radiographs[n]).At(16), TrueMask.Lesion);
            sum += double.IsNaN(area) ? 0 : area;
            count += double.IsNaN(area) ? 0 : 1;
        }

        Assert.Equal(Patients / 2, count);
        Assert.Equal(sum / count, _survey.Trained.Area(unit, TrueMask.Lesion).Mean, 1e-12);
    }

    [Fact]
    public void The_best_unit_for_a_part_is_best()
    {
        int best = _survey.Trained.Best(TrueMask.Ribs)!.Value;
        double most = Enumerable.Range(0, InnerUnits.Count).Max(unit => _survey.Trained.Area(unit, TrueMask.Ribs).Mean);
        Assert.Equal(most, _survey.Trained.Area(best, TrueMask.Ribs).Mean);
        Assert.Equal(InnerUnits.Count, _survey.Trained.CountAbove(0));
        Assert.Equal(0, _survey.Trained.CountAbove(1.01));
    }

    [Fact]
    public void Silencing_a_unit_gives_what_the_network_answers_without_it()
    {
        const int unit = 24;
        SilenceTrial trial = new(_networks, unit, _survey);
        List<int> taken = [];
        while (!trial.IsComplete)
        {
            taken.Add(AtOnce.Get(trial.AdvanceAsync(5)));
        }

        Assert.Equal([1, 2, 4, 5], taken);

        float[] outputs = new float[2 * Patients];
        Ablation.Predict(_model.Build(), InnerUnits.Place(unit), Samples().Inputs.Span, outputs);
        float[] margins = TrainedModel.Margins(outputs);
        SilenceResult result = trial.Result();
        Assert.Equal(Answers.Of(margins, _survey.Labels), result.After);
        Assert.Equal(RocCurve.From(margins, _survey.Labels).Area, result.After.Auc!.Value.Area, 1e-12);
        Assert.Equal(result.After.Right - result.Before.Right, result.Won - result.Lost);
        Assert.Equal(margins.Count(margin => margin > 0), result.CalledIll);
    }

    [Fact]
    public void The_trained_network_answers_better_than_the_untrained_one()
    {
        Answers trained = Answers.Of([.. _survey.Trained.Margins], _survey.Labels);
        Answers untrained = Answers.Of([.. _survey.Untrained.Margins], _survey.Labels);
        Assert.True(trained.Auc!.Value.Area > untrained.Auc!.Value.Area);
    }

    [Fact]
    public void Units_count_through_the_blocks()
    {
        Assert.Equal(56, InnerUnits.Count);
        Assert.True(InnerUnits.Fits(_model.Spec));
        Assert.Equal(
            (new Unit(1, 7), new Unit(4, 0), new Unit(7, 31)),
            (InnerUnits.Place(7), InnerUnits.Place(8), InnerUnits.Place(55))
        );
        Assert.Equal(("1.8", "2.1", "3.32"), (InnerUnits.Name(7), InnerUnits.Name(8), InnerUnits.Name(55)));
        Assert.Equal([3, 8, 18], InnerLayers.Select(layer => (int)ReceptiveField.Of(_model.Spec, layer)!.Value.Size));
    }

    private static IEnumerable<int> InnerLayers => Enumerable.Range(0, InnerUnits.Blocks).Select(InnerUnits.LayerOf);

    private static PatientSurvey Surveyed()
    {
        PatientSurvey survey = new(_networks, new DesignedNetwork(new TextbookRunnerFactory()));
        while (AtOnce.Get(survey.AdvanceAsync(rows: 8, Patients)) > 0) { }
        return survey;
    }

    private static ReadOnlySpan<float> MapOf(Network network, int unit)
    {
        Unit place = InnerUnits.Place(unit);
        int places = network.Spec.OutputOf(place.Layer).Height * network.Spec.OutputOf(place.Layer).Width;
        return network.OutputOf(place.Layer).Slice(place.Channel * places, places);
    }

    private static SampleSet Samples() =>
        SampleSet.OfClasses(_model.Spec.Input, [.. Enumerable.Range(0, Patients).SelectMany(_survey.Input)], _survey.Labels);
}
