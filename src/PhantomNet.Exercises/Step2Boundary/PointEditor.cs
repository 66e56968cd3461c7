using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Adds, moves and removes training points. Test points stay as they were drawn.</summary>
public sealed class PointEditor(BoundaryLesson lesson)
{
    /// <summary>How near a point must be to be meant, in the plane's units: a finger's width on a phone.</summary>
    public const double Reach = 0.12;

    private int? _grabbed;

    // From the state, which is ahead of the lesson while the engine is being given its points.
    private IReadOnlyList<LabelledPoint> Points => lesson.State.Edited?.Points ?? lesson.Points.Train;

    /// <summary>Whether a point is being moved.</summary>
    public bool IsMoving => _grabbed is not null;

    /// <summary>Does what the tool says at this place.</summary>
    public void Down(double x1, double x2)
    {
        switch (lesson.Tool)
        {
            case PointTool.AddNormal:
                Add(x1, x2, label: 0);
                break;
            case PointTool.AddPneumonia:
                Add(x1, x2, label: 1);
                break;
            case PointTool.Move:
                _grabbed = Nearest(x1, x2);
                break;
            case PointTool.Remove when Nearest(x1, x2) is { } nearest:
                Replace(Points.Where((_, i) => i != nearest), HistoryEntry.New);
                break;
        }
    }

    /// <summary>Carries a grabbed point along.</summary>
    public void Move(double x1, double x2)
    {
        if (_grabbed is { } grabbed && grabbed < Points.Count)
        {
            LabelledPoint moved = new(Inside(x1), Inside(x2), Points[grabbed].Label);
            Replace(Points.Select((point, i) => i == grabbed ? moved : point), HistoryEntry.Same);
        }
    }

    /// <summary>Lets it go.</summary>
    public void Up() => _grabbed = null;

    /// <summary>Removes every training point, for drawing one's own.</summary>
    public void Clear() => Replace([], HistoryEntry.New);

    /// <summary>Takes the points as they were drawn.</summary>
    public void Restore() => lesson.Change(state => state with { Edited = null });

    private void Add(double x1, double x2, int label)
    {
        if (Points.Count < PointList.MaxPoints)
        {
            Replace(Points.Append(new LabelledPoint(Inside(x1), Inside(x2), label)), HistoryEntry.New);
        }
    }

    private int? Nearest(double x1, double x2)
    {
        int? nearest = null;
        double least = Reach;
        for (int i = 0; i < Points.Count; i++)
        {
            LabelledPoint point = Points[i];
            double distance = double.Hypot(point.X1 - x1, point.X2 - x2);
            if (distance <= least)
            {
                (nearest, least) = (i, distance);
            }
        }

        return nearest;
    }

    private void Replace(IEnumerable<LabelledPoint> points, HistoryEntry entry) =>
        lesson.Change(state => state with { Edited = PointList.Of(points) }, entry);

    private static double Inside(double coordinate) =>
        Math.Clamp(coordinate, BoundaryLesson.Scale.Min, BoundaryLesson.Scale.Max);
}
