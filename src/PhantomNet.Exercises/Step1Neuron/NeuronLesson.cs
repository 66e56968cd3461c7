using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>One neuron, moved by hand or by gradient descent.</summary>
public sealed class NeuronLesson : Lesson<NeuronState>
{
    private readonly SingleNeuron _neuron = new();
    private List<Weights> _path = [NeuronState.Default.Weights];
    private PatientGradient? _gradient;
    private bool _descends;
    private bool _turns;

    public NeuronLesson() => Tasks = NeuronTasks.Of(this);

    /// <inheritdoc/>
    public override IReadOnlyList<LessonTask> Tasks { get; }

    /// <summary>z of the input.</summary>
    public double Z => Run(State.Weights, State.X1, State.X2).Z;

    /// <summary>ŷ of the input.</summary>
    public double Score => Run(State.Weights, State.X1, State.X2).Score;

    /// <summary>The verdict: only a score above 0.5 says pneumonia.</summary>
    public bool SaysPneumonia => Score > 0.5;

    /// <summary>Whether there is a line ŷ = 0.5 at all.</summary>
    public bool HasLine => State.Weights.Length > 0;

    /// <summary>The turn that is going on, if any.</summary>
    public Turn? Turn { get; private set; }

    /// <summary>Where the line is held.</summary>
    public (double X1, double X2) Handle => Turn?.Anchor ?? BoundaryLine.Handle(State.Weights);

    /// <summary>Why the last command didn't do all that was asked.</summary>
    public string? Notice { get; private set; }

    /// <summary>Loss and gradient over the patients at the present weights.</summary>
    public PatientGradient Gradient => _gradient ??= _neuron.Gradient(State.Weights);

    /// <summary>Weights from the start of the descent to the present ones; one entry while there has been no step.</summary>
    public IReadOnlyList<Weights> Path => _path;

    /// <summary>Steps of descent since the weights were last set by hand.</summary>
    public int Steps => _path.Count - 1;

    /// <summary>Loss at the start of the descent.</summary>
    public double LossBefore => _neuron.LossAt(_path[0]);

    /// <summary>Patients on the right side of the line.</summary>
    public int RightCount => Gradient.Pulls.Count(pull => pull.Score > 0.5 == (pull.Patient.Label == 1));

    /// <summary>z and ŷ of any input with any weights.</summary>
    public (double Z, double Score) Run(Weights weights, double x1, double x2) => _neuron.Run(weights, x1, x2);

    public void SetX1(double value) => Set(State with { X1 = Tidy(value, State.X1, 0, 1) });

    public void SetX2(double value) => Set(State with { X2 = Tidy(value, State.X2, 0, 1) });

    public void SetW1(double value) => Set(State with { W1 = TidyWeight(value, State.W1) });

    public void SetW2(double value) => Set(State with { W2 = TidyWeight(value, State.W2) });

    public void SetB(double value) => Set(State with { B = TidyWeight(value, State.B) });

    public void SetRate(double value) =>
        Set(
            State with
            {
                Rate = double.IsFinite(value) ? Math.Clamp(value, NeuronState.MinRate, NeuronState.MaxRate) : State.Rate,
            }
        );

    public void SetHoldBias(bool value) => Set(State with { HoldBias = value }, HistoryEntry.New);

    /// <summary>Puts the input at a place of the plane.</summary>
    public void MovePoint(double x1, double x2) =>
        Set(State with { X1 = Tidy(x1, State.X1, 0, 1), X2 = Tidy(x2, State.X2, 0, 1) });

    /// <summary>Puts the weights at a place of the loss surface; b stays.</summary>
    public void MoveWeights(double w1, double w2) =>
        Set(State with { W1 = TidyWeight(w1, State.W1), W2 = TidyWeight(w2, State.W2) });

    /// <summary>Shifts the line so that z at this place becomes what is asked for; b follows, w stays.</summary>
    public void ShiftLine(double x1, double x2, double z = 0)
    {
        double b = z - (State.W1 * x1) - (State.W2 * x2);
        if (HasLine && double.IsFinite(b))
        {
            SetB(b);
            Notice = Math.Abs(b) > NeuronState.Limit ? "The line stops: b is at the end of its range." : null;
        }
    }

    /// <summary>Turns the line about its handle to where w has this angle; w and b follow, |w| stays.</summary>
    public void TurnTo(double angle)
    {
        if (!HasLine || !double.IsFinite(angle))
        {
            return;
        }

        Turn turn = (Turn ?? new Turn(Handle, State.Weights.Length, 0)) with { Angle = angle };
        double w1 = Round(turn.Length * Math.Cos(angle));
        double w2 = Round(turn.Length * Math.Sin(angle));
        double b = Round(-(w1 * turn.Anchor.X1) - (w2 * turn.Anchor.X2));
        if (Math.Max(Math.Abs(b), Math.Max(Math.Abs(w1), Math.Abs(w2))) > NeuronState.Limit)
        {
            Notice = "The line turns no further: a weight or b would leave its range.";
            return;
        }

        _turns = true;
        Set(State with { W1 = w1, W2 = w2, B = b });
        _turns = false;
        Turn = turn;
    }

    /// <summary>Turns it by so many degrees counter-clockwise.</summary>
    public void TurnBy(double degrees) => TurnTo((Turn?.Angle ?? State.Weights.Angle) + (degrees * Math.PI / 180));

    /// <summary>Takes steps of gradient descent over all patients, as many as stay within the range of the weights.</summary>
    public void Descend(int steps)
    {
        List<Weights> path = [.. _path];
        string? notice = null;
        for (int i = 0; i < steps && notice is null; i++)
        {
            Weights next = _neuron.Descend(path[^1], State.Rate, State.HoldBias);
            if (Math.Max(Math.Abs(next.B), Math.Max(Math.Abs(next.W1), Math.Abs(next.W2))) > NeuronState.Limit)
            {
                notice =
                    $"Stopped after {i} of {steps}: the next step would leave the range of ±2 that this page shows. "
                    + "Try a smaller learning rate.";
            }
            else
            {
                path.Add(next);
            }
        }

        // Back returns to the weights before the first step.
        GoTo(path, Steps == 0 ? HistoryEntry.New : HistoryEntry.Same);
        Notice = notice;
    }

    /// <summary>Back to the weights before the descent.</summary>
    public void Rewind() => GoTo([_path[0]], HistoryEntry.New);

    /// <inheritdoc/>
    protected override void OnChanged(NeuronState before)
    {
        Notice = null;
        if (before.Weights != State.Weights)
        {
            _gradient = null;
            Turn = _turns ? Turn : null;
            _path = _descends ? _path : [State.Weights];
        }
    }

    private void GoTo(List<Weights> path, HistoryEntry entry)
    {
        _path = path;
        _descends = true;
        Weights now = path[^1];
        Set(State with { W1 = now.W1, W2 = now.W2, B = now.B }, entry);
        _descends = false;
    }

    private static double TidyWeight(double value, double fallback) =>
        Tidy(value, fallback, -NeuronState.Limit, NeuronState.Limit);

    private static double Tidy(double value, double fallback, double min, double max) =>
        double.IsFinite(value) ? Math.Clamp(Round(value), min, max) : fallback;

    private static double Round(double value) => Math.Round(value, 2) + 0.0;
}
