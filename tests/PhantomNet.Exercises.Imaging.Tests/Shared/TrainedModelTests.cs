using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Metrics;
using PhantomNet.Networks.Specs;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Shared;

public sealed class TrainedModelTests
{
    // As downloaded, before compression.
    private const int MostBytes = 400_000;

    private static TrainedModel Model => TrainedModel.Loaded;

    [Fact]
    public void On_its_test_patients_it_does_what_its_file_says()
    {
        TrainingRecord record = Model.Record;
        float[] outputs = new float[record.TestCount * 2];
        int[] labels = new int[record.TestCount];
        Parallel.For(
            0,
            record.TestCount,
            Model.Build,
            (n, _, network) =>
            {
                Radiograph radiograph = Acquisition.Take(Model.TestPatient(n));
                labels[n] = radiograph.Label;
                network.Forward(Model.Input(radiograph), batch: 1).CopyTo(outputs.AsSpan(2 * n));
                return network;
            },
            _ => { }
        );

        float[] margins = TrainedModel.Margins(outputs);
        Assert.Equal(record.TestCalls, ConfusionMatrix.At(margins, labels, threshold: 0));
        Assert.Equal(record.TestAuc, AucEstimate.From(margins, labels));
        Assert.InRange(record.TestAuc.Interval().Low, 0.95, 0.9999);
    }

    [Fact]
    public void It_is_given_the_numbers_that_a_set_holds()
    {
        // The mean and standard deviation of another, small set take the place of its own.
        PhantomSetSettings settings = Model.Record.Set with
        {
            TrainingCount = 3,
            ValidationCount = 0,
            TestCount = 2,
        };
        PhantomSet set = PhantomSetBuilder.Make(settings);
        TrainedModel model = Model with
        {
            Record = Model.Record with { Mean = set.Mean, StandardDeviation = set.StandardDeviation },
        };
        for (int n = 0; n < 2; n++)
        {
            float[] input = model.Input(Acquisition.Take(settings.Of(SetPart.Test, n)));
            Assert.Equal(set.Test.Input(n).ToArray(), input);
        }
    }

    [Fact]
    public void Its_file_is_small_and_comes_back_as_it_is()
    {
        byte[] bytes = Model.ToBytes();
        Assert.InRange(bytes.Length, 1, MostBytes);
        TrainedModel read = TrainedModel.FromBytes(bytes);
        Assert.Equal(Model.Spec, read.Spec);
        Assert.Equal(Model.Parameters, read.Parameters);
        Assert.Equal(Model.Record, read.Record);
    }

    [Fact]
    public void No_test_patient_is_among_those_it_learned_from_or_was_chosen_by()
    {
        PhantomSetSettings set = Model.Record.Set;
        IEnumerable<int> Seeds(SetPart part) =>
            Enumerable.Range(0, set.CountOf(part)).Select(index => set.Of(part, index).Patient.Seed);
        HashSet<int> seen = [.. Seeds(SetPart.Training), .. Seeds(SetPart.Validation)];
        Assert.DoesNotContain(Seeds(SetPart.Test), seen.Contains);
    }

    [Fact]
    public void It_has_three_blocks_and_no_dropout()
    {
        Assert.Equal(3, Model.Spec.Layers.OfType<ConvolutionSpec>().Count());
        Assert.Equal(3, Model.Spec.Layers.OfType<MaxPoolingSpec>().Count());
        Assert.DoesNotContain(Model.Spec.Layers, layer => layer is DropoutSpec);
        Assert.Equal(new Shape(32, 8, 8), Model.Spec.OutputOf(8));
    }

    [Fact]
    public void A_note_that_is_missing_or_no_number_is_named()
    {
        KeyValuePair<string, string>[] notes = [.. Model.Record.ToNotes()];
        InvalidDataException missing = Assert.Throws<InvalidDataException>(() => TrainingRecord.FromNotes(notes[1..]));
        Assert.Contains("set-seed", missing.Message, StringComparison.Ordinal);
        notes[0] = new("set-seed", "nine");
        InvalidDataException wrong = Assert.Throws<InvalidDataException>(() => TrainingRecord.FromNotes(notes));
        Assert.Contains("“nine”", wrong.Message, StringComparison.Ordinal);
    }
}
