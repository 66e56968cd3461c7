using PhantomNet.Exercises.Imaging.Step5Images;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step5Images;

public sealed class ImagesLessonTests
{
    private readonly ImagesLesson _lesson = new(new TextbookRunnerFactory());

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(17)]
    public void Pixels_and_weights_moved_alike_give_the_same_output_bit_for_bit(int patient)
    {
        Show(patient);
        float output = _lesson.Pair!.OriginalAnswer.Output;
        for (int i = 0; i < 20; i++)
        {
            _lesson.ShuffleAgain();
            Assert.True(_lesson.Pair!.AreSame);
            Assert.Equal(Figures.Exact(output), Figures.Exact(_lesson.Pair.ShuffledAnswer.Output));
        }
    }

    // While sizes of terms add up to less than 2²⁴ steps, every partial sum is a float32, in any order.
    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(17)]
    public void No_sum_over_pixels_is_rounded(int patient)
    {
        Show(patient);
        PixelNetwork network = new();
        for (int neuron = 0; neuron < 16; neuron++)
        {
            double steps = 0;
            for (int pixel = 0; pixel < PixelNetwork.PixelCount; pixel++)
            {
                double weight = network.Weight(neuron, pixel) * PixelNetwork.WeightSteps;
                Assert.Equal(Math.Round(weight), weight);
                steps += Math.Abs(weight) * _lesson.Picture!.Grey[pixel];
            }

            Assert.InRange(steps, 1, (1 << 24) - 1);
        }
    }

    [Fact]
    public void Weights_left_where_they_were_give_another_output()
    {
        Show();
        _lesson.MoveWeights(alike: false);
        Assert.False(_lesson.Pair!.AreSame);
        _lesson.PutBack();
        Assert.True(_lesson.Pair!.AreSame);
    }

    [Fact]
    public void Neighbours_are_alike_until_they_are_shuffled()
    {
        Show();
        Assert.InRange(_lesson.Pair!.OriginalCorrelation, 0.9, 1);
        Assert.InRange(_lesson.Pair.ShuffledCorrelation, -0.1, 0.1);
        Assert.Equal(1.2071, _lesson.Patch.MeanDistance(), 4);
        Assert.True(_lesson.MovedPatch.MeanDistance() > 10);
    }

    [Fact]
    public void Looking_into_the_shuffled_image_finds_the_pixel_in_the_original()
    {
        Show();
        PixelPlace place = new(12, 40);
        _lesson.LookInShuffled(place);
        Assert.Equal(place, _lesson.MovedPatch.Centre);
        int original = _lesson.State.Pixel.Index(PixelNetwork.Side);
        Assert.Equal(_lesson.Picture!.Inputs[original], _lesson.Pair!.Shuffled[place.Index(PixelNetwork.Side)]);
        _lesson.Look(new PixelPlace(-5, 900));
        Assert.Equal(new PixelPlace(0, 63), _lesson.State.Pixel);
        Assert.Equal(5, _lesson.Patch.Places.Count(at => at is null));
    }

    [Theory]
    [InlineData(224, 128, false, 6_422_528)]
    [InlineData(224, 128, true, 19_267_584)]
    [InlineData(28, 32, false, 25_088)]
    [InlineData(512, 512, true, 402_653_184)]
    public void Weights_are_those_of_the_spec(int side, int neurons, bool colour, int weights)
    {
        _lesson.SetSide(side);
        _lesson.SetNeurons(neurons);
        _lesson.SetColour(colour);
        Assert.Equal(weights, _lesson.Count.Weights);
        Assert.Equal(neurons, _lesson.Count.Biases);
        Assert.Equal(weights, _lesson.Count.MultiplyAdds);
    }

    [Theory, InlineData(30, 15, 30, 16), InlineData(0, 0, 63, 63), InlineData(5, 5, 5, 5)]
    public void Two_pixels_that_change_places_with_their_weights_change_nothing(
        int row,
        int column,
        int otherRow,
        int otherColumn
    )
    {
        Show();
        _lesson.PutFirst(new PixelPlace(row, column));
        _lesson.PutSecond(new PixelPlace(otherRow, otherColumn));
        Assert.True(_lesson.Swap!.AreSame);
        Assert.Equal(_lesson.Swap.SumBefore, _lesson.Swap.SumAfter);
    }

    [Fact]
    public void In_opposite_corners_the_disc_meets_no_weight_twice()
    {
        Show();
        _lesson.MoveLesion(new PixelPlace(99, 99));
        LesionReading reading = _lesson.Lesion;
        Assert.Equal(LesionDisc.Corners[3].Place, _lesson.State.Lesion);
        Assert.Equal([13, 0, 0, 0, 13], reading.Rows.Select(row => row.Shared));
        Assert.NotEqual(reading.Rows[0].Added, reading.Rows[1].Added);
        float[] here = reading.Image!;
        _lesson.MoveLesion(LesionDisc.TopLeft);
        Assert.Equal(13, here.Zip(_lesson.Lesion.Image!, (a, b) => Math.Abs(a - b - 1) < 1e-5).Count(brighter => brighter));

        double sum = LesionDisc.Covered(LesionDisc.Corners[3].Place).Sum(pixel => (double)reading.Weights[pixel]);
        Assert.Equal(sum, reading.Rows[0].Added, 9);
    }

    [Fact]
    public void Numbers_that_are_none_change_nothing()
    {
        _lesson.SetSide(double.NaN);
        _lesson.SetNeurons(double.NegativeInfinity);
        _lesson.ChooseNeuron(double.PositiveInfinity);
        Assert.Equal((28, 1, 32), (_lesson.State.Side, _lesson.State.Neurons, _lesson.State.Neuron));
    }

    [Fact]
    public void A_reset_brings_everything_back()
    {
        _lesson.ShuffleAgain();
        _lesson.AnotherPatient();
        _lesson.OtherSet();
        _lesson.Reset();
        Assert.Equal(ImagesState.Default, _lesson.State);
        Assert.Null(_lesson.Trial.Settings);
    }

    [Fact]
    public void A_state_comes_back_from_its_address()
    {
        ImagesState state = new()
        {
            Patient = 4,
            Shuffle = 0,
            Alike = false,
            Pixel = new(0, 63),
            Side = 224,
            Neurons = 128,
            Colour = true,
            First = new(1, 2),
            Second = new(3, 4),
            Lesion = new(13, 2),
            Neuron = 32,
            Set = 9,
            Fresh = true,
        };
        QueryWriter query = new();
        state.Write(query);
        Assert.Equal(state, ImagesState.Read(new QueryReader(query.ToString())));
        Assert.Equal(
            ImagesState.Default with
            {
                Pixel = new(63, 0),
                Lesion = new(2, 13),
                Second = new(0, 0),
            },
            ImagesState.Read(new QueryReader("pixel=999.-4&lesion=0.99&a=1.2.3&b=-1.-1&neuron=x&patient=NaN"))
        );
    }

    [Fact]
    public void The_task_of_the_shuffle_asks_for_a_new_permutation_with_the_weights_moved()
    {
        LessonTask task = Task("shuffle");
        Assert.False(task.Observe(0).Met);
        Show();
        Assert.False(task.Observe(0).Met);
        _lesson.MoveWeights(alike: false);
        _lesson.ShuffleAgain();
        Assert.False(task.Observe(0).Met);
        _lesson.MoveWeights(alike: true);
        Assert.True(task.Observe(0).Met);
        Assert.Contains("bit for bit", task.Observe(2).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_task_of_the_count_reads_the_sliders()
    {
        LessonTask task = Task("count");
        Assert.False(task.Observe(6.4).Met);
        _lesson.SetSide(224);
        _lesson.SetNeurons(128);
        Assert.Contains("6,422,528", task.Observe(6.4).Text, StringComparison.Ordinal);
        Assert.Contains("That is it", task.Observe(6.4).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("That is it", task.Observe(0.05).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_task_of_the_lesion_wants_it_in_the_opposite_corner()
    {
        LessonTask task = Task("move");
        Assert.False(task.Observe(0).Met);
        _lesson.MoveLesion(LesionDisc.Corners[3].Place);
        Assert.StartsWith("0 of the weights are the same", task.Observe(13).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_networks_have_the_parameters_that_the_page_names()
    {
        Assert.Equal(65_569, PixelNetwork.Spec.ParameterCount);
        Assert.Equal(8257, TrialNetworks.Dense.ParameterCount);
        Assert.Equal(1005, TrialNetworks.Convolutional.ParameterCount);
        Assert.Equal(
            Initialiser.Parameters(TrialNetworks.Convolutional, 1),
            TrialNetworks.FirstParameters(convolutional: true)
        );
    }

    private LessonTask Task(string id) => _lesson.Tasks.Single(task => task.Id == id);

    private void Show(int patient = 1)
    {
        _lesson.Load(ImagesState.Default with { Patient = patient });
        _lesson.Take(Acquisition.Take(_lesson.Wanted));
    }
}
