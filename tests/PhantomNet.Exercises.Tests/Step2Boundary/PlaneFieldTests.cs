using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class PlaneFieldTests
{
    private static readonly PlaneScale Scale = new(-1.2, 1.2, 480);

    [Theory]
    [InlineData(0, 8)]
    [InlineData(1, 8)]
    [InlineData(3, 5)]
    public void Scores_are_the_networks_own_answers_at_the_middles_of_the_pixels(int layers, int neurons)
    {
        Network network = Make(layers, neurons, seed: 3);
        PlaneField field = Drawn(network);
        for (int row = 0; row < PlaneField.Side; row += 5)
        {
            for (int column = 0; column < PlaneField.Side; column++)
            {
                double pixel = 2.4 / PlaneField.Side;
                float x1 = (float)(-1.2 + ((column + 0.5) * pixel));
                float x2 = (float)(1.2 - ((row + 0.5) * pixel)); // the first row is at the top
                float logit = network.Forward([x1, x2], 1)[0];
                // The middle of a pixel may be rounded in another order: an ulp of the input.
                Assert.Equal(Activations.Sigmoid(logit), field.Scores[(row * PlaneField.Side) + column], 1e-5f);
            }
        }
    }

    [Fact]
    public void Thumbnails_are_the_neurons_activations_at_every_third_pixel()
    {
        Network network = Make(layers: 2, neurons: 4, seed: 5);
        PlaneField field = Drawn(network);
        for (int row = 0; row < PlaneField.ThumbnailSide; row++)
        {
            for (int column = 0; column < PlaneField.ThumbnailSide; column++)
            {
                network.Forward(
                    [
                        (float)Scale.X1(((3 * column) + 1.5) / PlaneField.Side),
                        (float)Scale.X2(((3 * row) + 1.5) / PlaneField.Side),
                    ],
                    1
                );
                for (int neuron = 0; neuron < 4; neuron++)
                {
                    int cell = (row * PlaneField.ThumbnailSide) + column;
                    Assert.Equal(network.OutputOf(1)[neuron], field.Hidden[0][neuron][cell]);
                    Assert.Equal(network.OutputOf(3)[neuron], field.Hidden[1][neuron][cell]);
                }
            }
        }
    }

    [Fact]
    public void It_is_computed_a_few_rows_at_a_time_and_says_when_it_is_done()
    {
        Network network = Make(layers: 1, neurons: 8, seed: 1);
        PlaneField field = new(Scale);
        Assert.True(field.IsComplete);
        Assert.Equal(0, field.Advance(network, 10));
        field.Restart(network);
        Assert.Equal(50, field.Advance(network, 50));
        Assert.False(field.IsComplete);
        Assert.Equal(PlaneField.Side - 50, field.Advance(network, 50));
        Assert.True(field.IsComplete);
        Assert.Equal(0, field.Advance(network, 50));
    }

    [Fact]
    public void Another_network_gets_other_thumbnails_and_the_same_size_keeps_them()
    {
        PlaneField field = Drawn(Make(layers: 1, neurons: 8, seed: 1));
        float[][][] hidden = field.Hidden;
        field.Restart(Make(layers: 1, neurons: 8, seed: 2));
        Assert.Same(hidden, field.Hidden);
        field.Restart(Make(layers: 3, neurons: 2, seed: 1));
        Assert.Equal([2, 2, 2], field.Hidden.Select(layer => layer.Length));
        field.Restart(Make(layers: 0, neurons: 2, seed: 1));
        Assert.Empty(field.Hidden);
    }

    [Fact]
    public void A_lesson_changed_in_the_middle_of_a_picture_draws_the_new_network()
    {
        using LessonRun run = new(BoundaryState.Default with { HiddenLayers = 3, Neurons = 16 });
        run.Tick(1);
        Assert.False(run.Lesson.Field.IsComplete);
        run.Change(state => state with { HiddenLayers = 1, Neurons = 2 });
        run.Lesson.FocusOn(new NeuronPlace(0, 1));
        Assert.Equal([2], run.Lesson.Field.Hidden.Select(layer => layer.Length));
        run.Tick(1);
        run.Change(state => state with { HiddenLayers = 2, Neurons = 16 });
        run.Tick(30);
        PlaneField field = Drawn(run.Experiment.Shown);
        Assert.Equal(field.Scores, run.Lesson.Field.Scores);
        Assert.Equal(field.Hidden[1][15], run.Lesson.Field.Hidden[1][15]);
    }

    internal static Network Make(int layers, int neurons, int seed, Activation activation = Activation.ReLU)
    {
        Network network = new((BoundaryState.Default with { HiddenLayers = layers, Neurons = neurons }).Spec(activation));
        Initialiser.Parameters(network.Spec, seed).CopyTo(network.Parameters);
        return network;
    }

    private static PlaneField Drawn(Network network)
    {
        PlaneField field = new(Scale);
        field.Restart(network);
        field.Advance(network, PlaneField.Side);
        return field;
    }
}
