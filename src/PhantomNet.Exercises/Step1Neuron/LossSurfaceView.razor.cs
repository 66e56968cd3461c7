using System.Text;
using Microsoft.AspNetCore.Components;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>Fills the surface between frames, and lets the weights be set on it.</summary>
public sealed partial class LossSurfaceView
{
    private const double BudgetMs = 10; // of computing between two frames
    private const double Reach = 0.2; // of the handle, in weights
    private const double ArrowScale = 8; // near the valley's floor the gradient is short

    private readonly LossSurface _surface = new(new SingleNeuron());
    private IReadOnlyList<Contour> _contours = [];
    private bool _filling;
    private bool _held;
    private bool _disposed;

    [Parameter, EditorRequired]
    public required NeuronLesson Lesson { get; set; }

    // Half a cell more than ±2 on each side, so that a pixel's middle lies at its weights.
    private static PlaneScale Scale { get; } = new(-2.05, 2.05, 340);

    private static string Axes => $"M0 {F(Scale.Down(0))}H340M{F(Scale.Across(0))} 0V340";

    private (double X, double Y) Downhill =>
        At(Lesson.State.W1 - (ArrowScale * Lesson.Gradient.Mean.W1), Lesson.State.W2 - (ArrowScale * Lesson.Gradient.Mean.W2));

    // A path of hundreds of steps is drawn with the points that can be told apart.
    private string PathSoFar
    {
        get
        {
            StringBuilder path = new();
            Weights last = Lesson.Path[0];
            path.Append($"M{F(Scale.Across(last.W1))} {F(Scale.Down(last.W2))}");
            foreach (Weights weights in Lesson.Path.Append(Lesson.State.Weights))
            {
                if (Math.Abs(weights.W1 - last.W1) + Math.Abs(weights.W2 - last.W2) > 0.01)
                {
                    last = weights;
                    path.Append($"L{F(Scale.Across(last.W1))} {F(Scale.Down(last.W2))}");
                }
            }

            return path.ToString();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _disposed = true;

    /// <inheritdoc/>
    protected override Task OnAfterRenderAsync(bool firstRender) => _filling ? Task.CompletedTask : FillAsync();

    private async Task FillAsync()
    {
        _filling = true;
        while (!_disposed && _surface.B != Lesson.State.B)
        {
            await Frames.NextFrameAsync();
            _surface.Begin(Lesson.State.B);
            await FillRowsAsync();
            await Frames.NextFrameAsync();
            if (!_disposed)
            {
                Painter.Paint("loss-surface", _surface.Pixels(), LossSurface.Side, LossSurface.Side);
                _contours = Contour.Of(_surface, Scale);
                StateHasChanged();
            }
        }

        _filling = false;
    }

    private async Task FillRowsAsync()
    {
        while (!_disposed && !_surface.IsComplete)
        {
            double start = Frames.NowMs;
            while (!_surface.IsComplete && Frames.NowMs - start < BudgetMs)
            {
                _surface.FillRow();
            }

            await Frames.NextFrameAsync();
        }
    }

    private void Grab((double X1, double X2) at) =>
        _held = Math.Abs(at.X1 - Lesson.State.W1) < Reach && Math.Abs(at.X2 - Lesson.State.W2) < Reach;

    private void Drag((double X1, double X2, bool Pressed) at)
    {
        _held &= at.Pressed;
        if (_held)
        {
            Lesson.MoveWeights(at.X1, at.X2);
        }
    }

    // A click or a tap anywhere sets the weights there.
    private void SetWeights((double X1, double X2) at)
    {
        _held = false;
        Lesson.MoveWeights(at.X1, at.X2);
    }

    private void MoveByKey(ArrowKeyEventArgs e)
    {
        double step = e.Shift ? 0.01 : 0.1;
        if (e.Across != 0 || e.Up != 0)
        {
            Lesson.MoveWeights(Lesson.State.W1 + (step * e.Across), Lesson.State.W2 + (step * e.Up));
        }
    }

    private static (double X, double Y) At(double w1, double w2) => (Scale.Across(w1), Scale.Down(w2));

    private static string F(double value) => value.ToString("F1");
}
