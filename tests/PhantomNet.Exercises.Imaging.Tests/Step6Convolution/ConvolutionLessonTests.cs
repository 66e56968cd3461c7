using PhantomNet.Exercises.Imaging.Step6Convolution;
using PhantomNet.Exercises.Tests.Fakes;

namespace PhantomNet.Exercises.Imaging.Tests.Step6Convolution;

public sealed class ConvolutionLessonTests : IDisposable
{
    private readonly ConvolutionLesson _lesson = new(new InstantFrames());

    public void Dispose() => _lesson.Dispose();

    [Fact]
    public void Before_its_radiographs_are_taken_it_shows_none()
    {
        Assert.True(_lesson.Images.AreStale(_lesson.State));
        Assert.Null(_lesson.Map);
        Assert.Null(_lesson.Shift);
        Assert.Null(_lesson.Lesion);
        Assert.Null(_lesson.Agreement);
    }

    [Fact]
    public async Task An_output_is_the_sum_of_nine_products()
    {
        await TakeAsync();
        _lesson.MoveWindow(12, 7);
        float[] pixels = _lesson.Images.Window!.Pixels;
        double sum = 0;
        for (int i = 0; i < 9; i++)
        {
            sum += _lesson.Weights[i] * pixels[((11 + (i / 3)) * 28) + 6 + (i % 3)];
        }

        Assert.Equal(sum, _lesson.Map![12, 7], 1e-5);
        Assert.Equal(9, _lesson.Patch.Height * _lesson.Patch.Width);
    }

    [Fact]
    public void In_a_corner_the_window_meets_four_pixels()
    {
        _lesson.MoveWindow(-5, 900);
        Assert.Equal((0, 27), (_lesson.State.Row, _lesson.State.Column));
        Assert.Equal(4, _lesson.Patch.Height * _lesson.Patch.Width);
    }

    [Fact]
    public async Task The_window_goes_on_from_where_it_is_to_the_last_place()
    {
        _lesson.MoveWindow(5, 3);
        int places = 0;
        _lesson.Changed += _ => places++;
        await _lesson.Tour.ToggleAsync();
        Assert.Equal((27, 27), (_lesson.State.Row, _lesson.State.Column));
        Assert.Equal((22 * 28) + 24, places);
        Assert.False(_lesson.Tour.IsRunning);
    }

    [Fact]
    public async Task The_window_can_be_paused()
    {
        _lesson.MoveWindow(0, 0);
        _lesson.Changed += _ =>
        {
            if (_lesson.Place == 50)
            {
                _lesson.Tour.Pause();
            }
        };
        await _lesson.Tour.ToggleAsync();
        Assert.Equal(50, _lesson.Place);
    }

    [Fact]
    public async Task A_moved_image_takes_the_response_over_the_lesion_with_it()
    {
        await TakeAsync();
        _lesson.MoveRight(5);
        _lesson.MoveDown(-3);
        LesionMove move = _lesson.Lesion!;
        Assert.Equal(move.StrongestBefore!.Row - 3, move.StrongestAfter!.Row);
        Assert.Equal(move.StrongestBefore.Column + 5, move.StrongestAfter.Column);
        Assert.Equal(move.StrongestBefore.Value, move.StrongestAfter.Value);
        Assert.Equal(0, _lesson.Shift!.Best.Inside);
    }

    [Fact]
    public async Task A_moved_lesion_lies_where_it_was_moved_to()
    {
        await TakeAsync();
        (int row, int column) = _lesson.Images.Home!.LesionMiddle!.Value;
        _lesson.Move(Moves.Lesion);
        _lesson.MoveLesionTo(row - 4, column + 2);
        Assert.Equal((2, -4), (_lesson.State.Right, _lesson.State.Down));
        Assert.Null(_lesson.Lesion);
        await TakeAsync();
        (int movedRow, int movedColumn) = _lesson.Images.Moved!.LesionMiddle!.Value;
        Assert.InRange(movedRow - row, -5, -3);
        Assert.InRange(movedColumn - column, 1, 3);
        Assert.NotEqual(_lesson.Lesion!.StrongestBefore!.Value, _lesson.Lesion.StrongestAfter!.Value);
    }

    [Fact]
    public async Task The_matrix_answers_as_the_convolution_once_it_is_shared()
    {
        await TakeAsync();
        Assert.Null(_lesson.Agreement);
        _lesson.Share(Sharing.Shared);
        Assert.InRange(_lesson.Agreement!.Value, 0, 1e-6);
        _lesson.ResizeMatrix(10);
        Assert.InRange(_lesson.Agreement!.Value, 0, 1e-6);
    }

    [Fact]
    public void Numbers_that_are_none_change_nothing()
    {
        _lesson.SetUnits(double.NaN);
        _lesson.SetFilters(double.NaN);
        _lesson.MoveRight(double.NaN);
        _lesson.MoveLesionTo(3, 3);
        Assert.Equal(ConvolutionState.Default, _lesson.State);
        _lesson.SetNeurons(double.PositiveInfinity);
        Assert.Equal(128, _lesson.State.Neurons);
    }

    [Fact]
    public async Task Another_patient_is_another_radiograph()
    {
        await TakeAsync();
        float[] first = _lesson.Images.Home!.Pixels;
        _lesson.NextPatient();
        Assert.True(_lesson.Images.AreStale(_lesson.State));
        await TakeAsync();
        Assert.NotEqual(first, _lesson.Images.Home!.Pixels);
        _lesson.Reset();
        await TakeAsync();
        Assert.Equal(first, _lesson.Images.Home!.Pixels);
    }

    private Task TakeAsync() => _lesson.Images.TakeAsync(() => _lesson.State);
}
