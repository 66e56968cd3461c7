namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>How much is done a second, measured over about the last second of work.</summary>
public sealed class Speedometer
{
    private const double WindowMs = 1000;
    private const double LeastMs = 200; // shorter, and the start of it all weighs too much

    private readonly Queue<(double Ms, double Done)> _marks = [];
    private double _done;
    private string? _by;

    /// <summary>What was last measured; null before there is enough to tell.</summary>
    public double? PerSecond { get; private set; }

    /// <summary>Work begins. It is measured from the first that is done, for whoever does it may have to be made first.</summary>
    public void Start() => _marks.Clear();

    /// <summary>Something else will be measured: what was measured so far says nothing of it.</summary>
    public void Forget()
    {
        Start();
        PerSecond = null;
    }

    /// <summary>So much more has been done by now. Who does it is measured apart from who did it before.</summary>
    public void Add(string by, double nowMs, double done)
    {
        if (by != _by)
        {
            Forget();
            _by = by;
        }

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
