using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>What is held while the pointer is down, and the geometry of the handles.</summary>
public sealed partial class NeuronPlane
{
    private const double Reach = 0.055; // of a handle, in intensities
    private const double UnitLength = 0.2; // of the arrow of |w| = 1, in intensities
    private const double TurnStep = 5; // degrees

    private Held _held;
    private double _grabbedZ;
    private double _grabbedAngle;

    /// <summary>Names the picture within the page.</summary>
    [Parameter, EditorRequired]
    public required string Id { get; set; }

    [Parameter, EditorRequired]
    public required NeuronLesson Lesson { get; set; }

    [Parameter]
    public TermLight? Light { get; set; }

    /// <summary>Patients and their pulls, shown in the place of the input.</summary>
    [Parameter]
    public PatientGradient? Gradient { get; set; }

    private enum Held
    {
        Nothing,
        Input,
        Line,
        Ring,
    }

    private static PlaneScale Scale => BoundaryLine.Scale;

    private double ArrowLength => UnitLength * Lesson.State.Weights.Length;

    private double Angle => Lesson.Turn?.Angle ?? Lesson.State.Weights.Angle;

    // Where the line is held, as drawn: whole even when the line only cuts a corner of the picture.
    private (double X1, double X2) Grip => (Inside(Lesson.Handle.X1), Inside(Lesson.Handle.X2));

    private (double X1, double X2) Tip => Along(ArrowLength);

    // Beyond the tip, so that it can be taken even where w is short; within the picture, if need be behind the line.
    private (double X1, double X2) Ring
    {
        get
        {
            double distance = ArrowLength + 0.07;
            while (distance > 0.09 && !IsInside(Along(distance)))
            {
                distance -= 0.01;
            }

            return Along(IsInside(Along(distance)) ? distance : -0.12);
        }
    }

    private int Degrees => (int)Math.Round(Angle * 180 / Math.PI) % 360;

    private string TurnText =>
        $"w points {Degrees} degrees from the x1 axis: w1 {Shown.Number(Lesson.State.W1)}, w2 {Shown.Number(Lesson.State.W2)}";

    private string Description =>
        (
            Gradient is null
                ? "The plane of the two intensities with the input"
                : "The ten patients in the plane, each with its pull"
        ) + (Lesson.HasLine ? ", the line ŷ = 0.5 and its normal w." : "; there is no line.");

    private string? Message =>
        !Lesson.HasLine ? "w is (0, 0): there is no line. Every patient gets the same score, σ(b)."
        : Lesson.Notice is not null && Gradient is null ? Lesson.Notice
        : !BoundaryLine.CrossesIntensities(Lesson.State.Weights)
            ? "The line misses the square of intensities from 0 to 1: every patient gets the same verdict."
        : null;

    private void Grab((double X1, double X2) at)
    {
        Weights weights = Lesson.State.Weights;
        _grabbedZ = weights.At(at.X1, at.X2);
        _grabbedAngle = weights.Angle - AngleFromHandle(at);
        _held =
            Gradient is null && Near(at, (Lesson.State.X1, Lesson.State.X2)) ? Held.Input
            : !Lesson.HasLine ? Held.Nothing
            : Near(at, Ring) ? Held.Ring
            : Near(at, Grip) || Math.Abs(_grabbedZ) < weights.Length * Reach * 0.8 ? Held.Line
            : Held.Nothing;
    }

    private void Drag((double X1, double X2, bool Pressed) at)
    {
        switch (at.Pressed ? _held : Held.Nothing)
        {
            case Held.Input:
                Lesson.MovePoint(at.X1, at.X2);
                break;
            case Held.Line:
                Lesson.ShiftLine(at.X1, at.X2, _grabbedZ);
                break;
            case Held.Ring:
                Lesson.TurnTo(AngleFromHandle((at.X1, at.X2)) + _grabbedAngle);
                break;
            default:
                _held = Held.Nothing;
                break;
        }
    }

    private void MoveByKey(ArrowKeyEventArgs e)
    {
        double step = e.Shift ? 0.01 : 0.05;
        if (e.Across != 0 || e.Up != 0)
        {
            Lesson.MovePoint(Lesson.State.X1 + (step * e.Across), Lesson.State.X2 + (step * e.Up));
        }
    }

    // The line goes to the side that the arrow names; b falls when that is the side to which w points.
    private void ShiftByKey(ArrowKeyEventArgs e)
    {
        if (e.Across != 0 || e.Up != 0)
        {
            double along = (Lesson.State.W1 * e.Across) + (Lesson.State.W2 * e.Up);
            Lesson.SetB(Lesson.State.B - ((along >= 0 ? 1 : -1) * (e.Shift ? 0.01 : 0.05)));
        }
    }

    private void TurnByKey(ArrowKeyEventArgs e)
    {
        // As with every slider, up and right is more: counter-clockwise.
        int sign = e.Up + e.Across;
        if (sign != 0)
        {
            Lesson.TurnBy(sign * (e.Shift ? 1 : TurnStep));
        }
    }

    private (double X1, double X2) Along(double distance) =>
        (Grip.X1 + (distance * Math.Cos(Angle)), Grip.X2 + (distance * Math.Sin(Angle)));

    private double AngleFromHandle((double X1, double X2) at) => Math.Atan2(at.X2 - Lesson.Handle.X2, at.X1 - Lesson.Handle.X1);

    private static bool Near((double X1, double X2) a, (double X1, double X2) b) =>
        Math.Abs(a.X1 - b.X1) < Reach && Math.Abs(a.X2 - b.X2) < Reach;

    private static bool IsInside((double X1, double X2) place) => Inside(place.X1) == place.X1 && Inside(place.X2) == place.X2;

    private static double Inside(double value) => Math.Clamp(value, Scale.Min + 0.03, Scale.Max - 0.03);

    private static (double X, double Y) At((double X1, double X2) place) => (Scale.Across(place.X1), Scale.Down(place.X2));

    private static string F(double value) => value.ToString("F1");
}
