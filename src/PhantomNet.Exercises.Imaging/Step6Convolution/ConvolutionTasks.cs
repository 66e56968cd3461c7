using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>The tasks of step 6, each checked against the live lesson.</summary>
internal static class ConvolutionTasks
{
    private const int LargeSize = 512;
    private const int ManyFilters = 64;
    private const int CostSize = 224;

    public static IReadOnlyList<LessonTask> For(ConvolutionLesson lesson) =>
        [LargeImage(lesson), SharedMatrix(lesson), StridedShift(lesson), Arithmetic(lesson)];

    private static LessonTask LargeImage(ConvolutionLesson lesson) =>
        new(
            "large",
            "The largest image",
            new NumberPrediction(
                "A convolution with 64 filters of 3×3 sees an image of 512×512 pixels in one channel. How many weights has it, without biases?",
                1,
                100_000_000,
                "weights"
            ),
            "Choose 512 pixels and 64 neurons or filters.",
            prediction => ObserveLarge(lesson, prediction),
            new Explanation(
                "Why doesn’t the size of the image enter?",
                new Answer(
                    "Each filter has one weight for each place of its window and each channel, and takes them everywhere.",
                    IsRight: true,
                    "9 weights × 1 channel × 64 filters. The size of the image decides how often each is used."
                ),
                new Answer(
                    "A larger image is made smaller before it comes in.",
                    IsRight: false,
                    "Nothing is made smaller: the map that comes out has 512×512 places for each filter."
                ),
                new Answer(
                    "Most weights are 0 and need not be counted.",
                    IsRight: false,
                    "That is the local layer: few pixels for each output, and still a set of weights of its own at every place. "
                        + "Sharing is what makes one set of them."
                )
            )
        );

    private static Observation ObserveLarge(ConvolutionLesson lesson, double prediction)
    {
        if (lesson.State is not { Size: LargeSize, Units: ManyFilters })
        {
            return new(
                Met: false,
                $"Now it is {lesson.State.Size}×{lesson.State.Size} and {lesson.State.Units}. It should be {LargeSize}×{LargeSize} and {ManyFilters}."
            );
        }

        int weights = lesson.Convolution.Weights;
        string verdict =
            prediction == weights ? $"{Amounts.Whole(weights)}, as you predicted"
            : prediction == lesson.Convolution.Parameters
                ? $"{Amounts.Whole(weights)}: you counted the {ManyFilters} biases too"
            : prediction > weights
                ? $"{Amounts.Whole(weights)}, not {Amounts.Whole((long)prediction)}: the window doesn’t grow with the image"
            : $"{Amounts.Whole(weights)}, not {Amounts.Whole((long)prediction)}: each filter has nine of its own";
        return new(Met: true, $"{verdict}. The fully connected layer has {Amounts.Whole(lesson.Dense.Weights)}.");
    }

    private static LessonTask SharedMatrix(ConvolutionLesson lesson) =>
        new(
            "matrix",
            "One matrix, how many numbers",
            new NumberPrediction(
                "From 10×10 pixels to a map of 10×10, a layer is a matrix of 10,000 entries. How many different numbers other than 0 "
                    + "are in the matrix of a 3×3 convolution with one filter?",
                1,
                10_000,
                "numbers"
            ),
            "Under “The matrix that it is”, choose 10×10 and Shared.",
            prediction => ObserveMatrix(lesson, prediction),
            new Explanation(
                "Training changes one of those numbers. What becomes of the matrix?",
                new Answer(
                    "Every entry that holds the number changes with it.",
                    IsRight: true,
                    "It is one weight, stored once. Its gradient is the sum over all the places where it is used."
                ),
                new Answer(
                    "Only the row that was trained changes.",
                    IsRight: false,
                    "Every row uses the weight, so every row has its say in its gradient, and every row changes."
                ),
                new Answer(
                    "Each entry is trained by itself, and they end up alike.",
                    IsRight: false,
                    "They are one number. Nothing could pull them apart."
                )
            )
        );

    private static Observation ObserveMatrix(ConvolutionLesson lesson, double prediction)
    {
        if (lesson.State is not { Sharing: Sharing.Shared, MatrixSide: 10 })
        {
            return new(Met: false, "It should be the image of 10×10 pixels, and Shared.");
        }

        LayerMatrix matrix = lesson.Matrix;
        string verdict =
            prediction == matrix.Different ? $"{matrix.Different}, as you predicted"
            : prediction == matrix.NonZero
                ? $"{matrix.Different}: {Amounts.Whole(matrix.NonZero)} entries are not 0, but they repeat the same few numbers"
            : $"{matrix.Different}, not {Amounts.Whole((long)prediction)}";
        return new(
            Met: true,
            $"{verdict}. They stand in {Amounts.Whole(matrix.NonZero)} of {Amounts.Whole(matrix.Values.Length)} places."
        );
    }

    private static LessonTask StridedShift(ConvolutionLesson lesson) =>
        new(
            "stride",
            "One pixel, stride 2",
            new ChoicePrediction(
                "With stride 1, moving the image by a pixel moves the map by a place. Now the stride is 2 and the image moves one pixel to "
                    + "the right. What does the map do?",
                "It moves by a place",
                "It moves by half a place, exactly",
                "No shift of the old map gives the new one"
            ),
            "Under “Move the lesion, and the map moves”, move the whole image, choose stride 2, 1 pixel to the right and 0 down.",
            prediction => ObserveStride(lesson, prediction),
            new Explanation(
                "Why does a move of two pixels work again?",
                new Answer(
                    "Then every window meets the pixels that a neighbouring window met before.",
                    IsRight: true,
                    "The windows stand on every second pixel. After an odd move they meet patches that none of them met before."
                ),
                new Answer(
                    "Two pixels are enough for a lesion to be seen.",
                    IsRight: false,
                    "Three pixels fail like one. What counts is whether the stride goes into the move."
                ),
                new Answer(
                    "The weights are trained for stride 2.",
                    IsRight: false,
                    "Nothing here is trained, and random weights behave alike: try them."
                )
            )
        );

    private static Observation ObserveStride(ConvolutionLesson lesson, double prediction)
    {
        if (lesson.State is not { Moves: Moves.Image, Stride: 2, Right: 1, Down: 0 })
        {
            return new(
                Met: false,
                $"Now it is stride {lesson.State.Stride}, {Amounts.Signed(lesson.State.Right)} to the right, "
                    + $"{Amounts.Signed(lesson.State.Down)} down. It should be the whole image, 2, +1 and 0."
            );
        }

        if (lesson.Shift is not { } shift)
        {
            return new(Met: false, "The radiograph isn’t there yet. Check again in a moment.");
        }

        string verdict =
            prediction == 2 ? "As you predicted, none does"
            : prediction == 1 ? "There are no half places: the windows in between were never looked at"
            : "Neither staying nor moving by a place fits";
        return new(
            Met: true,
            $"{verdict}. The best whole shift is still off by {Amounts.Significant(shift.Best.Inside)} inside; with stride 1 the shift "
                + $"by a place is off by {Amounts.Significant(lesson.ShiftWith(stride: 1)!.Best.Inside)}."
        );
    }

    private static LessonTask Arithmetic(ConvolutionLesson lesson) =>
        new(
            "arithmetic",
            "Fewer weights, less arithmetic?",
            new ChoicePrediction(
                "On 224×224 pixels, 128 fully connected neurons have 6,422,528 weights; 32 same-padded 3×3 filters have 288. Which layer "
                    + "needs more multiply-adds for an image?",
                "The fully connected layer, over 20,000 times as many",
                "About the same",
                "The convolution, more than twice as many"
            ),
            "Under “Fewer weights is not less arithmetic”, choose 224 pixels, 1 channel, 128 neurons and 32 filters.",
            prediction => ObserveArithmetic(lesson, prediction),
            new Explanation(
                "Where does the work come from?",
                new Answer(
                    "Each of the few weights is used again at every place of the map.",
                    IsRight: true,
                    "50,176 places × 288 weights. A weight of the fully connected layer is used once for each image."
                ),
                new Answer(
                    "Sliding the window costs extra.",
                    IsRight: false,
                    "Multiply-adds alone are counted here; moving the window isn’t one."
                ),
                new Answer(
                    "Padding enlarges the image.",
                    IsRight: false,
                    "One pixel on each side adds less than 2 %. Without padding there would be 222×222 places."
                )
            )
        );

    private static Observation ObserveArithmetic(ConvolutionLesson lesson, double prediction)
    {
        ConvolutionState state = lesson.State;
        if (state is not { CostSize: CostSize, Channels: 1, Neurons: 128, Filters: 32 })
        {
            return new(
                Met: false,
                $"Now it is {state.CostSize} pixels, channels: {state.Channels}, {state.Neurons} neurons and {state.Filters} filters."
            );
        }

        (long dense, long convolution) = (lesson.DenseCost.MultiplyAdds, lesson.ConvolutionCost.MultiplyAdds);
        string verdict =
            prediction == 2 ? "As you predicted, the convolution"
            : prediction == 0 ? "The convolution: weights are stored once, and used as often as there are places"
            : "The convolution";
        return new(
            Met: true,
            $"{verdict}. {Amounts.Whole(convolution)} multiply-adds against {Amounts.Whole(dense)}, "
                + $"{Written.Fixed((double)convolution / dense, 2)} times as many."
        );
    }
}
