using PhantomNet.Networks;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>The points of an experiment: those to train on, and others of the same kind to test with.</summary>
public sealed class BoundaryPoints
{
    private const int TestStream = 1;

    /// <summary>Draws both, or takes the student's own to train on.</summary>
    public BoundaryPoints(BoundaryState state)
    {
        Train = state.Edited is { } edited
            ? [.. edited.Points]
            : PointSampler.Draw(state.Shape, state.Count, state.Noise, state.PointSeed);
        Test = PointSampler.Draw(state.Shape, state.Count, state.Noise, state.PointSeed, TestStream);
    }

    /// <summary>What the network is trained on.</summary>
    public IReadOnlyList<LabelledPoint> Train { get; }

    /// <summary>What it never sees in training.</summary>
    public IReadOnlyList<LabelledPoint> Test { get; }

    /// <summary>The engine's form of such points; there must be at least one.</summary>
    public static SampleSet Samples(IReadOnlyList<LabelledPoint> points)
    {
        float[] inputs = new float[points.Count * 2];
        int[] labels = new int[points.Count];
        for (int n = 0; n < points.Count; n++)
        {
            inputs[n * 2] = (float)points[n].X1;
            inputs[(n * 2) + 1] = (float)points[n].X2;
            labels[n] = points[n].Label;
        }

        return SampleSet.OfClasses(Shape.Vector(2), inputs, labels);
    }
}
