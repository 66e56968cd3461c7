using PhantomNet.Exercises.Shared;
using PhantomNet.Exercises.Step2Boundary;
using PhantomNet.Networks;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Tests.Step2Boundary;

public sealed class BoundaryStateTests
{
    private static readonly string[] Keys =
    [
        "data",
        "n",
        "noise",
        "points",
        "edited",
        "layers",
        "neurons",
        "weights",
        "t",
        "act",
        "opt",
        "lr",
        "batch",
        "l2",
        "bact",
        "bopt",
        "blr",
        "bbatch",
        "bl2",
    ];

    public static TheoryData<string> Garbage =>
        ["", "nonsense", "NaN", "9e999", "%", "%zz", "--", "\"><script>", "٣", "1;2", "=", new string('q', 5000), "step"];

    [Fact]
    public void Any_state_comes_back_from_its_address()
    {
        Random random = new(20);
        for (int n = 0; n < 500; n++)
        {
            BoundaryState state = Draw(random);
            Assert.Equal(state, Read(Written(state)));
        }
    }

    [Fact]
    public void The_start_is_the_empty_address()
    {
        Assert.Equal("", Written(BoundaryState.Default));
        Assert.Equal(BoundaryState.Default, Read(""));
    }

    [Theory, MemberData(nameof(Garbage))]
    public void Garbage_in_any_key_is_as_if_it_were_not_there(string garbage)
    {
        foreach (string key in Keys)
        {
            Assert.Equal(BoundaryState.Default, Read($"{key}={Uri.EscapeDataString(garbage)}"));
            _ = Read($"{key}={garbage}&{garbage}&=&&&{key}");
        }
    }

    [Fact]
    public void Numbers_out_of_range_become_the_nearest_in_range()
    {
        BoundaryState most = Read(string.Join('&', Keys.Select(key => $"{key}=1e300")));
        Assert.Equal(
            (240, 0.3, 999, 3, 16, 999, 1.0),
            (most.Count, most.Noise, most.PointSeed, most.HiddenLayers, most.Neurons, most.WeightSeed, most.Threshold)
        );
        Assert.Equal((10.0, 60, 0.1), (most.Training.LearningRate, most.Training.BatchSize, most.Training.L2));
        Assert.Equal((10.0, 60, 0.1), (most.Rival.LearningRate, most.Rival.BatchSize, most.Rival.L2));
        BoundaryState least = Read(string.Join('&', Keys.Select(key => $"{key}=-1e300")));
        Assert.Equal(
            (40, 0.0, 1, 0, 1, 1, 0.0),
            (least.Count, least.Noise, least.PointSeed, least.HiddenLayers, least.Neurons, least.WeightSeed, least.Threshold)
        );
        Assert.Equal((0.001, 1, 0.0), (least.Training.LearningRate, least.Training.BatchSize, least.Training.L2));
        Assert.Equal((0.001, 1, 0.0), (least.Rival.LearningRate, least.Rival.BatchSize, least.Rival.L2));
    }

    [Fact]
    public void The_step_function_cannot_be_trained_so_it_cannot_be_chosen() =>
        Assert.Equal(Activation.ReLU, Read("act=step&layers=1").Training.Activation);

    private static string Written(BoundaryState state)
    {
        QueryWriter query = new();
        state.Write(query);
        return query.ToString();
    }

    private static BoundaryState Read(string query) => BoundaryState.Read(new QueryReader(query));

    private static BoundaryState Draw(Random random) =>
        new()
        {
            Shape = random.GetItems(Enum.GetValues<PointShape>(), 1)[0],
            Count = random.Next(40, 241),
            Noise = random.NextDouble() * 0.3,
            PointSeed = random.Next(1, 1000),
            Edited = random.Next(3) == 0 ? PointList.Of(Points(random)) : null,
            HiddenLayers = random.Next(4),
            Neurons = random.Next(1, 17),
            WeightSeed = random.Next(1, 1000),
            Training = Choice(random),
            Rival = Choice(random),
            Threshold = random.NextDouble(),
        };

    private static TrainingChoice Choice(Random random) =>
        new(
            random.GetItems([.. TrainingChoice.Activations.Select(activation => activation.Value)], 1)[0],
            random.GetItems(Enum.GetValues<OptimizerKind>(), 1)[0],
            Math.Pow(10, (random.NextDouble() * 4) - 3),
            random.Next(1, 61),
            random.NextDouble() * 0.1
        );

    private static IEnumerable<LabelledPoint> Points(Random random) =>
        Enumerable
            .Range(0, random.Next(0, 50))
            .Select(n => new LabelledPoint((random.NextDouble() * 2.4) - 1.2, (random.NextDouble() * 2.4) - 1.2, n % 2));
}
