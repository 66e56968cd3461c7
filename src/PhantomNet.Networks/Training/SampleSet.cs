namespace PhantomNet.Networks.Training;

/// <summary>Samples of one shape with what a network should answer: a class each, or values.</summary>
public sealed class SampleSet
{
    private readonly float[] _inputs; // [count, shape]
    private readonly float[] _targets; // [count, target length]

    private SampleSet(Shape shape, float[] inputs, float[] targets, int targetLength, int classCount)
    {
        Shape = shape;
        _inputs = inputs;
        _targets = targets;
        TargetLength = targetLength;
        ClassCount = classCount;
        Count = targets.Length / targetLength;
    }

    /// <summary>Shape of one sample.</summary>
    public Shape Shape { get; }

    /// <summary>Number of samples, at least 1.</summary>
    public int Count { get; }

    /// <summary>Numbers in one sample's target; 1 for a class.</summary>
    public int TargetLength { get; }

    /// <summary>Number of classes; 0 where targets are values.</summary>
    public int ClassCount { get; }

    /// <summary>Whether the targets are classes.</summary>
    public bool HasClasses => ClassCount > 0;

    /// <summary>All inputs: [count, shape].</summary>
    public ReadOnlyMemory<float> Inputs => _inputs;

    /// <summary>All targets: [count, target length].</summary>
    public ReadOnlyMemory<float> Targets => _targets;

    /// <summary>Samples with a class each.</summary>
    /// <param name="shape">Shape of one sample.</param>
    /// <param name="inputs">[count, shape].</param>
    /// <param name="labels">[count], each from 0 to <paramref name="classCount"/> − 1.</param>
    /// <param name="classCount">Number of classes, at least 2.</param>
    /// <exception cref="ArgumentException">Empty, of other lengths, not finite, or a label out of range; the message says where.</exception>
    public static SampleSet OfClasses(Shape shape, ReadOnlySpan<float> inputs, ReadOnlySpan<int> labels, int classCount = 2)
    {
        if (classCount < 2)
        {
            throw new ArgumentException($"{classCount} class(es) were given; there must be at least 2.");
        }

        CheckInputs(shape, inputs, labels.Length, "labels");
        float[] targets = new float[labels.Length];
        for (int n = 0; n < labels.Length; n++)
        {
            if (labels[n] < 0 || labels[n] >= classCount)
            {
                throw new ArgumentException(
                    $"Label {labels[n]} of sample {n}: with {classCount} classes it must be 0 to {classCount - 1}."
                );
            }

            targets[n] = labels[n];
        }

        return new SampleSet(shape, inputs.ToArray(), targets, targetLength: 1, classCount);
    }

    /// <summary>Samples with values to reproduce, for regression.</summary>
    /// <param name="shape">Shape of one sample.</param>
    /// <param name="inputs">[count, shape].</param>
    /// <param name="targets">[count, <paramref name="targetLength"/>].</param>
    /// <param name="targetLength">Values of one sample, at least 1.</param>
    /// <exception cref="ArgumentException">Empty, of other lengths, or not finite; the message says where.</exception>
    public static SampleSet OfValues(Shape shape, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, int targetLength = 1)
    {
        if (targetLength < 1 || targets.Length % targetLength != 0)
        {
            throw new ArgumentException(
                $"{targets.Length} target values were given; they must come in groups of {targetLength}, at least 1."
            );
        }

        CheckInputs(shape, inputs, targets.Length / targetLength, "targets");
        CheckFinite(targets, "Target value");
        return new SampleSet(shape, inputs.ToArray(), targets.ToArray(), targetLength, classCount: 0);
    }

    /// <summary>The input of sample <paramref name="index"/>.</summary>
    public ReadOnlySpan<float> Input(int index) => _inputs.AsSpan(index * Shape.Length, Shape.Length);

    /// <summary>The target of sample <paramref name="index"/>.</summary>
    public ReadOnlySpan<float> Target(int index) => _targets.AsSpan(index * TargetLength, TargetLength);

    /// <summary>The class of sample <paramref name="index"/>.</summary>
    public int Label(int index) =>
        HasClasses ? (int)_targets[index] : throw new InvalidOperationException("These samples have values, not classes.");

    /// <summary>Copies the samples named by <paramref name="indices"/> one after another.</summary>
    /// <param name="indices">Which samples, in order.</param>
    /// <param name="inputs">[indices, shape].</param>
    /// <param name="targets">[indices, target length].</param>
    public void Gather(ReadOnlySpan<int> indices, Span<float> inputs, Span<float> targets)
    {
        for (int n = 0; n < indices.Length; n++)
        {
            Input(indices[n]).CopyTo(inputs[(n * Shape.Length)..]);
            Target(indices[n]).CopyTo(targets[(n * TargetLength)..]);
        }
    }

    private static void CheckInputs(Shape shape, ReadOnlySpan<float> inputs, int count, string what)
    {
        if (count == 0 || inputs.IsEmpty)
        {
            throw new ArgumentException(
                $"{inputs.Length} inputs and {count} {what} were given; there must be at least one sample."
            );
        }

        if (inputs.Length != count * shape.Length)
        {
            throw new ArgumentException(
                $"{inputs.Length} inputs were given for {count} {what}; samples of shape {shape} need {count * shape.Length}."
            );
        }

        CheckFinite(inputs, "Input");
    }

    private static void CheckFinite(ReadOnlySpan<float> values, string what)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
            {
                throw new ArgumentException($"{what} {i} is {values[i]}; every one must be a finite number.");
            }
        }
    }
}
