using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

public sealed class PipelineStageTests
{
    public static TheoryData<Architecture> Architectures => [Architecture.Trained, Architecture.Course];

    [Theory]
    [MemberData(nameof(Architectures))]
    public void There_are_thirteen_that_follow_one_another_and_leave_nothing_out(Architecture architecture)
    {
        Pipeline pipeline = Pipeline.Of(architecture);
        Assert.Equal(
            "Image, Convolution 1, ReLU 1, Pooling 1, Convolution 2, ReLU 2, Pooling 2, Convolution 3, ReLU 3, Pooling 3, Flatten, Linear, Output",
            string.Join(", ", pipeline.Stages.Select(stage => stage.Name))
        );
        Assert.Equal(Enumerable.Range(0, Pipeline.StageCount), pipeline.Stages.Select(stage => stage.Index));
        Assert.All(pipeline.Stages.Zip(pipeline.Stages.Skip(1)), pair => Assert.Equal(pair.First.Output, pair.Second.Input));
        Assert.All(pipeline.Stages.Zip(pipeline.Stages.Skip(1)), pair => Assert.Equal(pair.First.Last + 1, pair.Second.First));
        Assert.Equal(pipeline.Spec.ParameterCount, pipeline.Stages.Sum(stage => stage.ParameterCount));
        Assert.Equal(pipeline.Spec.MultiplyAdds, pipeline.Stages.Sum(stage => stage.MultiplyAdds));
    }

    [Fact]
    public void The_courses_network_goes_from_224_to_two_by_way_of_100352_and_256()
    {
        IReadOnlyList<PipelineStage> stages = Pipeline.Course.Stages;
        Assert.Equal(new Shape(1, 224, 224), stages[0].Output);
        Assert.Equal(new Shape(32, 112, 112), stages[3].Output);
        Assert.Equal(new Shape(64, 56, 56), stages[6].Output);
        Assert.Equal(new Shape(128, 28, 28), stages[9].Output);
        Assert.Equal(Shape.Vector(100_352), stages[10].Output);
        Assert.Equal(Shape.Vector(256), stages[11].Output);
        Assert.Equal(Shape.Vector(2), stages[12].Output);
        Assert.Equal(
            [0, 320, 0, 0, 18_496, 0, 0, 73_856, 0, 0, 0, 25_690_368, 514],
            stages.Select(stage => stage.ParameterCount)
        );
        Assert.Equal(14_450_688, stages[1].MultiplyAdds); // 224² × 32 × 9
        Assert.Equal(25_690_112, stages[11].MultiplyAdds);
    }

    [Fact]
    public void The_trained_network_ends_its_pictures_at_8_by_8()
    {
        IReadOnlyList<PipelineStage> stages = Pipeline.Trained.Stages;
        Assert.Equal(new Shape(32, 8, 8), stages[9].Output);
        Assert.Equal(Shape.Vector(2048), stages[10].Output);
        Assert.Equal([0, 80, 0, 0, 1168, 0, 0, 4640, 0, 0, 0, 65_568, 66], stages.Select(stage => stage.ParameterCount));
    }
}
