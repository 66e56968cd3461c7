using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What step 9 asks its students to find out.</summary>
internal static class PipelineTasks
{
    private const int Convolution2 = 4;
    private const int Convolution3 = 7;
    private const int ReLU3 = 8;
    private const int Linear = 11;

    public static IReadOnlyList<LessonTask> For(PipelineLesson lesson) =>
        [Arithmetic(lesson), Parameters(lesson), Gradient(lesson), Saliency(lesson)];

    private static LessonTask Arithmetic(PipelineLesson lesson) =>
        new(
            "arithmetic",
            "Deeper, cheaper?",
            new NumberPrediction(
                "In the trained network, Convolution 3 has four times the weights of Convolution 2. How many times as many "
                    + "multiply-adds does it need?",
                0,
                100
            ),
            "Show the trained network, read the multiply-adds of Convolution 2, then choose Convolution 3.",
            prediction => ObserveArithmetic(lesson, prediction),
            new Explanation(
                "Where did the factor of four go?",
                new Answer(
                    "The pool before it left a quarter of the places at which each weight is used.",
                    IsRight: true,
                    "Twice the filters times twice the input maps is four times the weights; half the rows times half the columns is "
                        + "a quarter of the places."
                ),
                new Answer(
                    "Many of its weights are zero, so their products are skipped.",
                    IsRight: false,
                    "The count is of the layer, whatever its weights: each is multiplied at every place."
                ),
                new Answer(
                    "Later layers need fewer digits.",
                    IsRight: false,
                    "All numbers here are computed with 32 bits. Count weights and places."
                )
            )
        );

    private static Observation ObserveArithmetic(PipelineLesson lesson, double prediction)
    {
        if (lesson.State is not { Architecture: Architecture.Trained, Stage: Convolution3 })
        {
            return new(Met: false, "Convolution 3 of the trained network isn’t the stage on show yet.");
        }

        (PipelineStage second, PipelineStage third) = (
            lesson.Pipeline.Stages[Convolution2],
            lesson.Pipeline.Stages[Convolution3]
        );
        double ratio = (double)third.MultiplyAdds / second.MultiplyAdds;
        string verdict =
            Math.Abs(prediction - ratio) < 0.05
                ? "As you predicted."
                : $"You said {Written.Significant(prediction)}: a weight is not used once, but at every place of the map.";
        return new(
            Met: true,
            $"{second.MultiplyAdds:N0} and {third.MultiplyAdds:N0}: {Written.Fixed(ratio, 2)} times as many. {verdict}"
        );
    }

    private static LessonTask Parameters(PipelineLesson lesson) =>
        new(
            "parameters",
            "Where the parameters are",
            new NumberPrediction(
                "In the course’s network for 224×224 images, which share of all parameters belongs to the stage Linear?",
                0,
                100,
                "%"
            ),
            "Choose the course’s network and its stage Linear.",
            prediction => ObserveParameters(lesson, prediction),
            new Explanation(
                "What would bring that number down most?",
                new Answer(
                    "One pool more before the flatten.",
                    IsRight: true,
                    "It leaves 14×14 places in place of 28×28: a quarter of the inputs, so about a quarter of the weights."
                ),
                new Answer(
                    "Smaller kernels in the convolutions.",
                    IsRight: false,
                    "All three convolutions together hold less than one per cent; there is little to save there."
                ),
                new Answer(
                    "A third class.",
                    IsRight: false,
                    "That adds 257 parameters to the stage Output, and changes nothing before it."
                )
            )
        );

    private static Observation ObserveParameters(PipelineLesson lesson, double prediction)
    {
        if (lesson.State is not { Architecture: Architecture.Course, Stage: Linear })
        {
            return new(Met: false, "The stage Linear of the course’s network isn’t on show yet.");
        }

        PipelineStage stage = lesson.Stage!;
        double share = 100.0 * stage.ParameterCount / stage.Spec.ParameterCount;
        string verdict =
            Math.Abs(prediction - share) <= 2
                ? "Your prediction was right."
                : $"You said {Written.Fixed(prediction, 0)} %: convolutions share their weights, so nearly all of them sit where "
                    + "every input meets every unit.";
        return new(
            Met: true,
            $"{stage.ParameterCount:N0} of {stage.Spec.ParameterCount:N0}, {Written.Fixed(share, 1)} %. {verdict}"
        );
    }

    private static LessonTask Gradient(PipelineLesson lesson) =>
        new(
            "gradient",
            "The way back through a pool",
            new ChoicePrediction(
                "Going backward, at most how much of what entered a 2×2 max pool can have a gradient other than 0?",
                "All of it",
                "Half",
                "A quarter"
            ),
            "Show the trained network, choose Backward, and the stage ReLU 3: the gradient that came through the pool behind it.",
            prediction => ObserveGradient(lesson, prediction),
            new Explanation(
                "What became of the others?",
                new Answer(
                    "They lost in their window: changing them a little would not change the output.",
                    IsRight: true,
                    "Only the largest of each four was passed on, so only it can answer for the loss."
                ),
                new Answer(
                    "Their gradients were too small and were rounded to 0.",
                    IsRight: false,
                    "They are exactly 0: the layer never adds to them."
                ),
                new Answer(
                    "The ReLU before them had switched them off.",
                    IsRight: false,
                    "The gradient on show is that of the ReLU’s output. What the ReLU lets through is decided one stage further back."
                )
            )
        );

    private static Observation ObserveGradient(PipelineLesson lesson, double prediction)
    {
        if (lesson.State is not { Architecture: Architecture.Trained, Stage: ReLU3, Direction: Direction.Backward })
        {
            return new(Met: false, "The gradient at ReLU 3 of the trained network isn’t on show yet.");
        }

        if (lesson.Maps is not { } maps)
        {
            return new(Met: false, "The gradient isn’t there yet. Wait a moment.");
        }

        int arrived = maps.Values.Count(value => value != 0);
        string verdict =
            prediction == 2 ? "As you predicted." : "One of four wins, and takes the whole gradient of its window.";
        return new(
            Met: true,
            $"{arrived:N0} of {maps.Values.Length:N0} numbers have a gradient, {Written.Fixed(100.0 * arrived / maps.Values.Length, 1)} %: "
                + $"a quarter or less. {verdict}"
        );
    }

    private static LessonTask Saliency(PipelineLesson lesson) =>
        new(
            "saliency",
            "Does it look at the lesion?",
            new ChoicePrediction(
                "Of a patient whom the network rightly calls ill: which share of its Grad-CAM lies within the true lesion?",
                "Less than a third",
                "A third to two thirds",
                "More than two thirds"
            ),
            "Choose a patient with pneumonia whom the trained network calls so. Under “Saliency against the truth”, look at Grad-CAM of "
                + "the trained weights, then choose random weights.",
            prediction => ObserveSaliency(lesson, prediction),
            new Explanation(
                "What does the overlap tell you of what the answer depends on?",
                new Answer(
                    "Less than taking the lesion out does: that changes the image, and shows what becomes of the answer.",
                    IsRight: true,
                    "A map follows its own rule. Here gradients are averaged over all places, while the dense layer weighs each place by "
                        + "itself. Measure a map against the truth, chance and random weights before you believe it."
                ),
                new Answer(
                    "All of it: the network uses what the map shows, and nothing else.",
                    IsRight: false,
                    "Read the two logit differences. What the map shows and what the answer depends on are two things."
                ),
                new Answer(
                    "Nothing, as the map is random noise.",
                    IsRight: false,
                    "It follows exactly from the image and the weights. It answers another question than the one you asked."
                )
            )
        );

    private static Observation ObserveSaliency(PipelineLesson lesson, double prediction)
    {
        if (lesson.State is not { Pneumonia: true, Method: SaliencyMethod.GradCam, Weights: Weights.Random })
        {
            return new(
                Met: false,
                "Show a patient with pneumonia and Grad-CAM, of the trained weights first and of random weights then."
            );
        }

        if (
            lesson.Bench.Shot is not { HasLesion: true } shot
            || lesson.Overlap is not { } random
            || lesson.Bench.Map(SaliencyMethod.GradCam, Weights.Trained) is not { } map
            || lesson.Margin is not { } margin
            || lesson.MarginWithout is not { } without
        )
        {
            return new(Met: false, "The maps aren’t there yet, or this patient’s lesion is too thin to have a mask.");
        }

        Overlap trained = Overlap.Of(map, shot.Mask, lesson.State.Cut / 100.0);
        if (trained.MassShare is not { } share || margin <= 0)
        {
            return new(
                Met: false,
                margin <= 0
                    ? "The trained network misses this patient’s pneumonia. Choose another."
                    : "For this patient the trained network’s map is 0 everywhere. Choose another."
            );
        }

        int answer =
            share < 1 / 3.0 ? 0
            : share <= 2 / 3.0 ? 1
            : 2;
        string verdict =
            prediction == answer ? "As you predicted." : "You predicted another share: see where the rest of it lies.";
        string chance = random.MassShare is { } other
            ? $"with random weights it is {Percent(other)}"
            : "with random weights the map is 0 everywhere";
        return new(
            Met: true,
            $"{Percent(share)} of it; an even map would have {Percent(trained.AreaShare)}, {chance}. {verdict} And yet, with the lesion’s "
                + $"pixels as in health, the logit difference goes from {Written.Fixed(margin, 1)} to {Written.Fixed(without, 1)}."
        );
    }

    private static string Percent(double share) => $"{Written.Fixed(100 * share, 1)} %";
}
