using PhantomNet.Exercises.Imaging.Step7Kernels;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Tests.Step7Kernels;

public sealed class KernelsLessonTests
{
    public static TheoryData<string> Ways =>
        [
            .. Enum.GetNames<BorderRule>().Select(border => $"border={border}&kernel=emboss"),
            .. Enum.GetNames<BorderRule>().Select(border => $"border={border}&kernel=emboss&flip=1"),
        ];

    [Theory, MemberData(nameof(Ways))]
    public void The_products_add_up_to_the_output_pixel_in_the_corners_too(string query)
    {
        KernelsLesson lesson = Radiographs.Lesson(query);
        foreach ((int row, int column) in ((int, int)[])[(0, 0), (0, 63), (63, 0), (63, 63), (31, 20)])
        {
            lesson.MoveTo(row, column);
            (int atRow, int atColumn) = lesson.Place;
            Assert.Equal(lesson.Output.At(atRow, atColumn), lesson.Window.Sum, 2e-5f);
        }
    }

    [Fact]
    public void Sobel_flipped_gives_the_negative_of_the_image()
    {
        KernelsLesson lesson = Radiographs.Lesson("kernel=sobel");
        float[] laid = lesson.Output.Values;
        lesson.Flip(flipped: true);
        Assert.All(laid.Zip(lesson.Output.Values), pair => Assert.Equal(-pair.First, pair.Second, 1e-5f));
    }

    [Fact]
    public void Without_a_border_the_window_stays_inside()
    {
        KernelsLesson lesson = Radiographs.Lesson("row=0&column=63");
        Assert.Equal((1, 62), lesson.Place);
        lesson.ChooseBorder(BorderRule.Zero);
        Assert.Equal((0, 63), lesson.Place);
        lesson.MoveTo(-5, 100);
        Assert.Equal((0, 63), lesson.Place);
    }

    [Fact]
    public void The_window_goes_on_row_by_row_and_starts_again()
    {
        KernelsLesson lesson = Radiographs.Lesson("row=1&column=62");
        lesson.Advance(1);
        Assert.Equal((2, 1), lesson.Place);
        lesson.MoveTo(62, 62);
        lesson.Advance(1);
        Assert.Equal((1, 1), lesson.Place);
    }

    [Fact]
    public void Presets_borders_and_weights_make_an_entry_in_the_history_and_moves_do_not()
    {
        KernelsLesson lesson = Radiographs.Lesson();
        List<HistoryEntry> entries = [];
        lesson.Changed += entries.Add;
        lesson.Choose(KernelPreset.Sobel);
        lesson.SetWeight(4, 3);
        lesson.ChooseBorder(BorderRule.Zero);
        lesson.MoveTo(3, 3);
        lesson.Expose(0.01);
        Assert.Equal([HistoryEntry.New, HistoryEntry.New, HistoryEntry.New, HistoryEntry.Same, HistoryEntry.Same], entries);
        Assert.Equal(KernelPreset.Own, lesson.Preset);
        lesson.Choose(KernelPreset.Own);
        lesson.SetWeight(4, double.NaN);
        Assert.Equal(3, lesson.State.Kernel[4]);
        lesson.Reset();
        Assert.Equal(KernelsState.Default, lesson.State);
    }

    [Fact]
    public void A_lower_dose_makes_the_laplacian_noisier()
    {
        double clean = Power(Radiographs.Lesson("kernel=laplacian"));
        double noisy = Power(Radiographs.Lesson("kernel=laplacian&mas=0.0001"));
        Assert.True(noisy > 1.5 * clean, $"{noisy} after {clean}");

        static double Power(KernelsLesson lesson) => lesson.Output.Values.Average(value => (double)value * value);
    }

    [Fact]
    public void The_seeds_of_a_surprise_hide_every_preset()
    {
        HashSet<KernelPreset> hidden = [.. Enumerable.Range(1, 9).Select(KernelsLesson.Drawn)];
        Assert.Equal(9, hidden.Count);
        KernelsLesson lesson = Radiographs.Lesson("surprise=1&hidden=3&flip=1&kernel=sobel");
        Assert.Equal(KernelsLesson.Drawn(3).Weights(), lesson.Hidden);
    }

    [Fact]
    public void Commands_with_nonsense_leave_finite_numbers()
    {
        KernelsLesson lesson = Radiographs.Lesson();
        lesson.Expose(double.NaN);
        lesson.SetRate(double.PositiveInfinity);
        lesson.SetMomentum(double.NegativeInfinity);
        lesson.SetWeight(0, double.PositiveInfinity);
        Assert.Equal((2, 1, 0, 99), (lesson.State.MAs, lesson.State.Rate, lesson.State.Momentum, lesson.State.Kernel[0]));
    }
}
