using System.Globalization;
using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

public sealed partial class KernelStage
{
    // The scale of the radiograph's picture. Beside the patient scatter makes it a little brighter than the open beam, so below 0; hardly
    // a chest attenuates by more than e⁻⁴.
    private const float Black = -0.1f;
    private const float White = 4;

    private const int Size = KernelsState.ImageSize;

    private static readonly IReadOnlyList<(double Speed, string Name)> Speeds = [(4, "Slowly"), (250, "Fast")];

    private Player _player = null!;
    private byte[] _imagePixels = new byte[Size * Size * 4];
    private byte[] _outputPixels = new byte[Size * Size * 4];
    private float[]? _image;
    private FilteredImage? _output;
    private int _beyond;
    private int? _lit; // the place under the window that is lit
    private (int, int)? _pausedAt;
    private bool _hasFocus;

    /// <inheritdoc/>
    protected override object Shown => (Lesson.Image, State.Kernel, State.Border, State.Flipped, Lesson.Place);

    private FilteredImage Output => Lesson.Output;

    private WindowSum Window => Lesson.Window;

    private float OutputHere => Output.At(Lesson.Place.Row, Lesson.Place.Column);

    // Where the lit pixel's weight stands in the kernel as it is typed.
    private int? LitWeight => State.Flipped ? Kernel.Count - 1 - _lit : _lit;

    private string Caption =>
        !Lesson.HasImage ? "The radiograph is being taken."
        : _beyond > 0
            ? $"A synthetic radiograph, patient {State.Patient}. Pixels are −ln(signal / open beam), shown from {Figures.Weight(Black)} to {White}; {_beyond:N0} of them lie beyond, and are computed with all the same."
        : $"A synthetic radiograph, patient {State.Patient}. A pixel is −ln(signal / open beam): 0 with nothing in the beam. The output’s scale reaches as far as its values, with zero in the middle.";

    private string ImageDescription => $"Synthetic chest radiograph, patient {State.Patient}, with the window of 3 × 3 pixels.";

    private string OutputDescription =>
        $"The radiograph filtered with {Lesson.Preset.Name()}: from {Written.Fixed(Output.Least, 2)} to {Written.Fixed(Output.Largest, 2)}, mean {Written.Fixed(Output.Mean, 2)}.";

    private string Spoken =>
        $"Row {Lesson.Place.Row + 1}, column {Lesson.Place.Column + 1}: pixel {Written.Fixed(Window.Pixels[4], 2)}, output {Written.Fixed(OutputHere)}.";

    private string ReachText
    {
        get
        {
            if (_lit is not { } lit)
            {
                return "Point at a weight, or go to it with Tab, and see all the pixels that it touches.";
            }

            WeightReach reach = WeightReach.Of(lit, State.Border, Size);
            string start =
                $"The weight {Figures.Weight(Lesson.Laid[lit])} takes part in all {reach.Products:N0} output pixels. It touches {reach.Pixels:N0} of the {Size * Size:N0} pixels";
            return State.Border switch
            {
                BorderRule.Zero when reach.Beyond > 0 => $"{start}, and {reach.Beyond:N0} times a zero beyond the border.",
                BorderRule.Replicate when reach.Beyond > 0 =>
                    $"{start}, and {reach.Beyond:N0} times a pixel of the border once more.",
                _ => $"{start}.",
            };
        }
    }

    // The output pixels that are still to come: the rest of the row, and the rows below.
    private string Pending
    {
        get
        {
            (int row, int column) = Lesson.Place;
            int end = Output.Inset + Output.Size;
            return $"M{column + 1} {row}H{end}V{row + 1}H{column + 1}ZM{Output.Inset} {row + 1}H{end}V{end}H{Output.Inset}Z";
        }
    }

    /// <inheritdoc/>
    protected override void OnInitialized() => _player = new Player(Frames, Play) { Speed = Speeds[0].Speed };

    /// <inheritdoc/>
    protected override void OnParametersSet()
    {
        if (!ReferenceEquals(_image, Lesson.Image) && Lesson.HasImage)
        {
            _image = Lesson.Image;
            _imagePixels = PixelColours.Grey(_image, Black, White);
            _beyond = _image.Count(value => value is < Black or > White);
        }

        if (!ReferenceEquals(_output, Output) && Lesson.HasImage)
        {
            _output = Output;
            _outputPixels = Framed(PixelColours.Signed(_output.Values, _output.ScaleEnd), _output);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _player.Dispose();
        base.Dispose(disposing);
    }

    // Without a border, the output's pixels stand where their windows' middles are.
    private static byte[] Framed(byte[] rgba, FilteredImage output)
    {
        if (output.Inset == 0)
        {
            return rgba;
        }

        byte[] framed = new byte[Size * Size * 4];
        for (int row = 0; row < output.Size; row++)
        {
            int target = ((row + output.Inset) * Size) + output.Inset;
            rgba.AsSpan(row * output.Size * 4, output.Size * 4).CopyTo(framed.AsSpan(target * 4));
        }

        return framed;
    }

    // All of the image but a rectangle.
    private static string Around((int Row, int Column, int Rows, int Columns) inner) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"M0 0H{Size}V{Size}H0ZM{inner.Column} {inner.Row}h{inner.Columns}v{inner.Rows}h{-inner.Columns}Z"
        );

    private static double[] Numbers(float[] values) => Array.ConvertAll(values, value => (double)value);

    private void Light(int? place) => _lit = place;

    private void LightWeight(int? place) => _lit = State.Flipped ? Kernel.Count - 1 - place : place;

    // A hover doesn't interrupt the play; a press does.
    private void Point((int Row, int Column, bool Pressed) at)
    {
        if (_player.IsRunning && !at.Pressed)
        {
            return;
        }

        _player.Pause();
        Lesson.MoveTo(at.Row, at.Column);
    }

    private void Move(int down, int across)
    {
        _player.Pause();
        Lesson.MoveTo(Lesson.Place.Row + down, Lesson.Place.Column + across);
    }

    private async Task ToggleAsync()
    {
        if (_player.IsRunning)
        {
            _player.Pause();
            _pausedAt = Lesson.Place;
            return;
        }

        if (Lesson.Place != _pausedAt)
        {
            Lesson.MoveTo(0, 0);
        }

        await _player.ToggleAsync();
    }

    // Stops at the last output pixel.
    private bool Play(int places)
    {
        (int row, int column) = Lesson.Place;
        int left = (Output.Size * Output.Size) - 1 - (((row - Output.Inset) * Output.Size) + column - Output.Inset);
        Lesson.Advance(Math.Min(places, left));
        return places < left;
    }
}
