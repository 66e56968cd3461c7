using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Metrics;

namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>The tasks of step 8, each checked against the live lesson.</summary>
internal static class PoolingTasks
{
    private const int OddSide = 223;
    private const int Period = 4;
    private const int EnoughWindows = 5_000;

    public static IReadOnlyList<LessonTask> For(PoolingLesson lesson) =>
        [Blame(lesson), Odd(lesson), Bars(lesson), Noise(lesson)];

    private static LessonTask Blame(PoolingLesson lesson) =>
        new(
            "blame",
            "Who gets the gradient?",
            new ChoicePrediction(
                "A gradient of 1 goes back from one output of a 2×2 max pool. What do the four numbers under its window get from it?",
                "A quarter each",
                "The winner 1, the others 0",
                "1 each"
            ),
            "Choose 2×2 with stride 2, max, and go backward.",
            prediction => ObserveBlame(lesson, prediction),
            new Explanation(
                "Why do the others get 0?",
                new Answer(
                    "Raise or lower one of them a little: the output stays what it was.",
                    IsRight: true,
                    "A gradient says how the output changes with a small change of the input. Only the winner changes it. (At a tie, "
                        + "the slope depends on the direction; the engine takes the first in reading order as the winner.)"
                ),
                new Answer(
                    "They are too small to matter.",
                    IsRight: false,
                    "A loser of 8.9 beside a winner of 9 gets 0 as well. Being small isn’t the reason."
                ),
                new Answer(
                    "Pooling has no weights to learn.",
                    IsRight: false,
                    "It has none, but gradients go through it to the layers before. Average pooling has none either, and shares them out."
                )
            )
        );

    private static Observation ObserveBlame(PoolingLesson lesson, double prediction)
    {
        PoolingState state = lesson.State;
        if (state is not { Window: 2, Stride: 2, Kind: PoolKind.Max })
        {
            return new(Met: false, "Choose max, 2×2 and stride 2 first: with other settings other numbers arrive.");
        }

        if (state.Direction == GridDirection.Forward)
        {
            return new(Met: false, "The stage still shows values. Choose backward.");
        }

        GridPool grid = lesson.Grid;
        int receiving = grid.InputGradient.Count(value => value != 0);
        string verdict = prediction switch
        {
            1 => "As you predicted: ",
            0 => "A quarter each is what average pooling does. Here ",
            _ => "If each got 1, one output would send back four times what it was given. Here ",
        };
        return new(
            Met: true,
            $"{verdict}the winner gets all of it. Of {grid.Input.Length} inputs {receiving} "
                + $"{(receiving == 1 ? "has" : "have")} a gradient; the sum sent back is "
                + $"{Written.Fixed(grid.OutputGradient.Sum(), 0)}, the sum that arrives {Written.Fixed(grid.InputGradient.Sum(), 0)}."
        );
    }

    private static LessonTask Odd(PoolingLesson lesson) =>
        new(
            "odd",
            "One row less",
            new NumberPrediction(
                $"A radiograph has {OddSide} rows in place of 224. It is pooled 2×2 with stride 2 five times. How many of its "
                    + $"{OddSide} rows have any effect on the last map?",
                1,
                OddSide,
                "rows"
            ),
            $"Under “From 224 to 7”, set rows and columns to {OddSide}, and read the table.",
            prediction => ObserveOdd(lesson, prediction),
            new Explanation(
                "Why so many?",
                new Answer(
                    "Each odd map drops its last row, and a row of a later map stands for many rows of the image.",
                    IsRight: true,
                    "1 + 2 + 4 + 8 + 16 = 31 rows of the image: 223, 111, 55, 27 and 13 are all odd. A padded or a ceiling-rounded pool "
                        + "keeps them, and some libraries offer that."
                ),
                new Answer(
                    "Each pooling drops one row of the image, so five go.",
                    IsRight: false,
                    "Each drops one row of its own input. The fifth drops a row of the fourth map, which stands for 16 rows of the image."
                ),
                new Answer(
                    "They are still there, only blurred.",
                    IsRight: false,
                    "No window lies on them: change them as you like, and the last map stays the same to the last digit."
                )
            )
        );

    private static Observation ObserveOdd(PoolingLesson lesson, double prediction)
    {
        if (lesson.State.ChainSide != OddSide)
        {
            return new(Met: false, $"There are {lesson.State.ChainSide} rows. Set rows and columns to {OddSide}.");
        }

        Halving halving = lesson.Halving;
        int reached = halving.Reached(Halving.Most);
        string sizes = string.Join(" → ", halving.Sides);
        string verdict =
            prediction == reached ? $"As you predicted: {reached}."
            : prediction == OddSide ? $"Not all of them: {reached}."
            : prediction > reached ? $"Fewer than {prediction:0.#}: {reached}."
            : $"More than {prediction:0.#}: {reached}.";
        return new(
            Met: true,
            $"{verdict} The sizes are {sizes}; each of the last map’s {halving.Sides[^1]} rows stands for 32 rows of the image, and "
                + $"the {OddSide - reached} rows at the bottom are lost."
        );
    }

    private static LessonTask Bars(PoolingLesson lesson) =>
        new(
            "bars",
            "One pixel to the right",
            new ChoicePrediction(
                "Bars, 2 pixels bright and 2 dark, are max-pooled 2×2: bars again. You move them by one pixel and pool again. What comes out?",
                "The same bars: max pooling doesn’t mind a small shift",
                "The same bars, moved by one pixel",
                "No bars: all is bright"
            ),
            $"Under “One pixel to the right”, choose bars with a period of {Period} pixels, and a shift of 1.",
            prediction => ObserveBars(lesson, prediction),
            new Explanation(
                "What does pooling with stride 2 do to shifts?",
                new Answer(
                    "A shift by 2 pixels moves the output by 1; a shift by 1 can give another picture.",
                    IsRight: true,
                    "Equivariant to multiples of the stride, and not to other shifts. How much another shift changes depends on the picture."
                ),
                new Answer(
                    "It makes the network invariant to shifts.",
                    IsRight: false,
                    "You have just seen bars vanish. For a lone bright pixel there is some tolerance; try the dot."
                ),
                new Answer(
                    "Nothing: like convolution, it is equivariant.",
                    IsRight: false,
                    "A convolution with stride 1 is, away from borders. Taking every second output is what breaks it."
                )
            )
        );

    private static Observation ObserveBars(PoolingLesson lesson, double prediction)
    {
        PoolingState state = lesson.State;
        if (state is not { Picture: ShiftPicture.Bars, Period: Period, Shift: 1 })
        {
            return new(Met: false, $"Choose bars, a period of {Period} pixels and a shift of 1 pixel.");
        }

        ShiftStudy study = ShiftStudy.OfBars(state.Period).Finish();
        string verdict = prediction == 2 ? "As you predicted: no bars." : "No bars.";
        return new(
            Met: true,
            $"{verdict} The standard deviation of the max-pooled picture falls from {Written.Fixed(study.Result(ShiftPool.Max, 0).Contrast, 2)} to "
                + $"{Written.Fixed(study.Result(ShiftPool.Max, 1).Contrast, 2)}: every window now holds a bright pixel. The blurred pool keeps "
                + $"{Written.Fixed(study.Result(ShiftPool.Blurred, 1).Contrast, 2)}, before and after."
        );
    }

    private static LessonTask Noise(PoolingLesson lesson) =>
        new(
            "noise",
            "What max pooling makes of noise",
            new NumberPrediction(
                "Independent pixels of pure noise, mean 0 and standard deviation σ, are max-pooled 2×2. What is the mean of what comes out?",
                -3,
                3,
                "σ"
            ),
            $"Under “Noise”, choose simulated noise and 2×2, and draw at least {EnoughWindows:N0} windows.",
            prediction => ObserveNoise(lesson, prediction),
            new Explanation(
                "What follows for a radiograph taken with less dose?",
                new Answer(
                    "Where it is flat, max-pooled maps become brighter, because σ has grown.",
                    IsRight: true,
                    "By about one σ with 2×2. Average pooling leaves the mean where it was and halves σ, if the noise of neighbours is independent."
                ),
                new Answer(
                    "Nothing: noise averages out.",
                    IsRight: false,
                    "In a mean it does. The largest of four is not a mean: it picks the upward fluctuation every time."
                ),
                new Answer(
                    "Max-pooled maps become darker, because σ has grown.",
                    IsRight: false,
                    "The largest of four is above the mean far more often than below: 15 times in 16 it is positive."
                )
            )
        );

    private static Observation ObserveNoise(PoolingLesson lesson, double prediction)
    {
        Moments largest = lesson.Bench.Simulated.Noise.Largest;
        if (lesson.State is not { Noise: NoiseField.Simulated, NoiseWindow: 2 } || largest.Count < EnoughWindows)
        {
            return new(
                Met: false,
                $"Choose simulated noise and 2×2, and draw: {EnoughWindows:N0} windows are wanted, {largest.Count:N0} are there."
            );
        }

        ConfidenceInterval interval = largest.Interval;
        double exact = LargestOf.Normals(4).Mean;
        string verdict =
            Math.Abs(prediction - exact) < 0.1 ? "As you predicted, about one σ."
            : Math.Abs(prediction) < 0.1 ? "Not 0: a mean would stay there, a maximum doesn’t."
            : prediction < 0 ? "It is above 0: the largest is picked."
            : "Your number was another.";
        return new(
            Met: true,
            $"{verdict} {largest.Count:N0} windows average {Written.Fixed(largest.Mean)} σ, 95 % interval {Written.Fixed(interval.Low)} "
                + $"to {Written.Fixed(interval.High)}; theory says {Written.Fixed(exact, 4)}."
        );
    }
}
