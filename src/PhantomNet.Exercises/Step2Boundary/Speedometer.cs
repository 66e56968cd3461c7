namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>How much is done a second, measured over about the last second of work.</summary>
public sealed class Speedometer
{
    private const double WindowMs = 1000;
    private const double LeastMs = 200; // shorter, and the start of it all weighs too much

    private readonly Queue<(double Ms, double Done)> _marks = [];
    private double _done;

    /// <summary>What was last measured; null before there is enough to tell.</summary>
    public double? PerSecond { get; private set; }

    /// <summary>Work begins: the time before doesn't count.</summary>
    public void Start(double nowMs)
    {
        _marks.Clear();
        _marks.Enqueue((nowMs, _done));
    }

    /// <summary>So much more has been done.</summary>
    public void Add(double nowMs, double done)
    {
        _done += done;
        while (_marks.Count > 1 && nowMs - _marks.Peek().Ms > WindowMs)
        {
            _marks.Dequeue();
        }

        if (_marks.TryPeek(out (double Ms, double Done) first) && nowMs - first.Ms >= LeastMs)
        {
            PerSecond = 1000 * (_done - first.Done) / (nowMs - first.Ms);
        }

        _marks.Enqueue((nowMs, _done));
    }
}
