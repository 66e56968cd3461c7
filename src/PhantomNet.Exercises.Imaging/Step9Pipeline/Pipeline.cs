using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A network as the thirteen stages of this step.</summary>
public sealed class Pipeline
{
    /// <summary>How many there are.</summary>
    public const int StageCount = 13;

    private Pipeline(NetworkSpec spec)
    {
        Spec = spec;
        Stages = [.. Divide(spec)];
    }

    /// <summary>The trained network's.</summary>
    public static Pipeline Trained { get; } = new(TrainedModel.Loaded.Spec);

    /// <summary>The course's: 224×224, filters 32, 64, 128, same padding, 256 units, two classes.</summary>
    public static Pipeline Course { get; } = new(CourseSpec());

    /// <summary>The network.</summary>
    public NetworkSpec Spec { get; }

    /// <summary>Its stages, in order.</summary>
    public IReadOnlyList<PipelineStage> Stages { get; }

    /// <summary>The pipeline of an architecture.</summary>
    public static Pipeline Of(Architecture architecture) => architecture == Architecture.Trained ? Trained : Course;

    private static NetworkSpec CourseSpec() =>
        new(
            new Shape(1, 224, 224),
            Loss.SoftmaxCrossEntropy,
            [
                .. Block(32),
                .. Block(64),
                .. Block(128),
                new FlattenSpec(),
                new DenseSpec(256),
                new ActivationSpec(Activation.ReLU),
                new DenseSpec(2),
            ]
        );

    private static LayerSpec[] Block(int filters) =>
        [new ConvolutionSpec(filters, 3, Padding: Padding.Same), new ActivationSpec(Activation.ReLU), new MaxPoolingSpec(2)];

    // The ReLU of the linear layer belongs to its stage, so that each block has three stages and the head three.
    private static IEnumerable<PipelineStage> Divide(NetworkSpec spec)
    {
        int index = 0;
        int block = 0;
        yield return new PipelineStage(spec, index++, StageKind.Image, Block: 0, First: -1, Last: -1);
        for (int layer = 0; layer < spec.Layers.Count; layer++)
        {
            bool isLast = layer == spec.Layers.Count - 1;
            StageKind kind = spec.Layers[layer] switch
            {
                ConvolutionSpec => StageKind.Convolution,
                ActivationSpec => StageKind.ReLU,
                MaxPoolingSpec => StageKind.Pooling,
                FlattenSpec => StageKind.Flatten,
                _ => isLast ? StageKind.Output : StageKind.Linear,
            };
            block += kind == StageKind.Convolution ? 1 : 0;
            int first = layer;
            layer += kind == StageKind.Linear && spec.Layers[layer + 1] is ActivationSpec ? 1 : 0;
            yield return new PipelineStage(spec, index++, kind, kind >= StageKind.Flatten ? 0 : block, first, layer);
        }
    }
}
