using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>The tasks of step 7, each checked against the live lesson.</summary>
internal static class KernelsTasks
{
    // What a sum may be off by rounding of typed decimals such as 0.1.
    private const double SumRounding = 1e-9;

    public static IReadOnlyList<LessonTask> For(KernelsLesson lesson) =>
        [Flat(lesson), Noise(lesson), Frequency(lesson), Learn(lesson)];

    private static LessonTask Flat(KernelsLesson lesson) =>
        new(
            "flat",
            "Blind to brightness",
            new ChoicePrediction(
                "You want a kernel that gives 0 on every uniform area, however bright, and doesn’t give 0 everywhere. What must its weights do?",
                "Be symmetric",
                "Add up to 1",
                "Add up to 0"
            ),
            "Type such a kernel of your own into the nine boxes: none of the presets, and not nine zeros.",
            prediction => ObserveFlat(lesson, prediction),
            new Explanation(
                "Then what does a kernel whose weights add up to 1 give on a uniform area of 2?",
                new Answer(
                    "2: the area stays as bright as it was.",
                    IsRight: true,
                    "On a uniform area the nine products are 2 times the weights, so their sum is 2 times Σk."
                ),
                new Answer(
                    "1: the sum of the weights.",
                    IsRight: false,
                    "The weights multiply pixels: nine products of 2 times a weight add up to 2 times Σk."
                ),
                new Answer(
                    "It depends on where the weights stand in the kernel.",
                    IsRight: false,
                    "All nine pixels are alike, so it doesn’t matter which weight meets which."
                )
            )
        );

    private static Observation ObserveFlat(KernelsLesson lesson, double prediction)
    {
        Kernel kernel = lesson.State.Kernel;
        if (lesson.Preset != KernelPreset.Own || kernel.NoiseGain == 0)
        {
            return new(Met: false, "Change the weights to a kernel of your own that isn’t all zeros.");
        }

        if (Math.Abs(kernel.Sum) > SumRounding)
        {
            return new(
                Met: false,
                $"Your weights add up to {Figures.Weight(kernel.Sum)}: an area of 2 comes out as {Written.Fixed(2 * kernel.Sum)}, not 0."
            );
        }

        string verdict = prediction switch
        {
            2 => "As you predicted.",
            1 => "With a sum of 1 the area would have stayed as it is.",
            _ => "Symmetry isn’t it: a blur is symmetric, and keeps every uniform area.",
        };
        return new(
            Met: true,
            $"{verdict} Your weights add up to 0, so a uniform area becomes 0; the radiograph becomes "
                + $"{Written.Fixed(lesson.Output.Least)} to {Written.Fixed(lesson.Output.Largest)}."
        );
    }

    private static LessonTask Noise(KernelsLesson lesson) =>
        new(
            "noise",
            "What sharpening does to noise",
            new NumberPrediction(
                "Sharpen has the weights 5 and four times −1; they add up to 1. The noise of the pixels is white, of standard deviation σ. "
                    + "How many σ has the noise of the output?",
                0,
                100,
                "σ"
            ),
            "Choose Sharpen, and let the noise gain be measured under “Noise gain”.",
            prediction => ObserveNoise(lesson, prediction),
            new Explanation(
                "Why the root of the sum of the squared weights?",
                new Answer(
                    "The noise of different pixels is independent, so variances add, each with its weight squared.",
                    IsRight: true,
                    "And the standard deviation is the root of the variance. Had neighbours shared their noise, as behind a blurring detector, it would come out differently."
                ),
                new Answer(
                    "Because counts of quanta are Poisson distributed.",
                    IsRight: false,
                    "It holds for any distribution, as long as the pixels are independent and equally noisy."
                ),
                new Answer(
                    "Because the weights add up to 1.",
                    IsRight: false,
                    "The sum decides what becomes of the mean. The Laplacian’s weights add up to 0, and it has the most noise of all presets."
                )
            )
        );

    private static Observation ObserveNoise(KernelsLesson lesson, double prediction)
    {
        if (lesson.Preset != KernelPreset.Sharpen)
        {
            return new(Met: false, "Choose Sharpen first.");
        }

        if (lesson.Noise.Estimate is not { } estimate || !lesson.State.Kernel.Equals(lesson.Noise.Kernel))
        {
            return new(Met: false, "The measurement isn’t finished. Wait a moment and check again.");
        }

        double gain = lesson.State.Kernel.NoiseGain;
        string verdict =
            Math.Abs(prediction - gain) < 0.1 ? "As you predicted."
            : Math.Abs(prediction - 1) < 0.05
                ? "The sum of the weights, 1, is what becomes of the mean; noise doesn’t add up like that."
            : Math.Abs(prediction - 9) < 0.05
                ? "Sizes add up to 9 only where noise is always in step; here it isn’t, and much cancels."
            : Math.Abs(prediction - 29) < 0.05 ? "29 is what the variance is multiplied by; σ by its root."
            : $"You predicted {Figures.Weight(prediction)} σ.";
        return new(
            Met: true,
            $"{verdict} Measured: {Written.Fixed(estimate.Gain, 2)} σ (95 % interval {Written.Fixed(estimate.Low, 2)} to "
                + $"{Written.Fixed(estimate.High, 2)}); √Σk² = √29 = {Written.Fixed(gain, 2)}."
        );
    }

    private static LessonTask Frequency(KernelsLesson lesson) =>
        new(
            "frequency",
            "The grating that a blur can’t see",
            new NumberPrediction(
                "The box blur takes the mean of three pixels in each direction. Vertical stripes repeat along the rows. At which frequency does the blur "
                    + "wipe them out altogether?",
                0,
                0.5,
                "cycles per pixel"
            ),
            "Choose Box blur and read the cut along a row under “Frequency response”.",
            prediction => ObserveFrequency(lesson, prediction),
            new Explanation(
                "Beyond that frequency |H| rises to 1/3 again. How do stripes of 0.5 cycles per pixel, one bright, one dark, come out?",
                new Answer(
                    "With a third of their contrast, and bright and dark swapped.",
                    IsRight: true,
                    "H is −1/3 there: over a bright column, the mean takes one bright and two dark ones. The magnitude alone hides the sign."
                ),
                new Answer(
                    "With a third of their contrast, bright where they were bright.",
                    IsRight: false,
                    "Over a bright column the window holds one bright column and two dark ones: the mean is on the dark side."
                ),
                new Answer(
                    "Not at all: a blur removes all fine detail.",
                    IsRight: false,
                    "|H| there is 1/3, not 0: look at the end of the cut."
                )
            )
        );

    private static Observation ObserveFrequency(KernelsLesson lesson, double prediction)
    {
        if (lesson.Preset != KernelPreset.Box)
        {
            return new(Met: false, "Choose Box blur first.");
        }

        const int Steps = 3000;
        double zero = Enumerable.Range(0, Steps + 1).Select(i => 0.5 * i / Steps).MinBy(f => lesson.Response.At(f, 0));
        string verdict =
            Math.Abs(prediction - zero) <= 0.02 ? "As you predicted."
            : Math.Abs(prediction - 0.5) <= 0.02 ? "At 0.5 cycles per pixel, the Nyquist frequency, a third is left."
            : $"You predicted {Written.Fixed(prediction)}, where |H| is {Written.Fixed(lesson.Response.At(prediction, 0))}.";
        return new(
            Met: true,
            $"{verdict} |H| falls to 0 at {Written.Fixed(zero)} cycles per pixel: the mean of three pixels over one whole period is always the same."
        );
    }

    private static LessonTask Learn(KernelsLesson lesson) =>
        new(
            "learn",
            "A flipped target",
            new ChoicePrediction(
                "The target is made by a true convolution, which turns the kernel by 180° first. The network’s layer doesn’t turn. Which weights will "
                    + "it learn?",
                "The kernel as it was typed",
                "The kernel turned by 180°",
                "None that fit: it can’t flip"
            ),
            "Choose Emboss and Flipped, then learn the stage’s kernel under “Learn it” until all nine weights are found.",
            prediction => ObserveLearn(lesson, prediction),
            new Explanation(
                "Why do networks leave out the flip and still call it convolution?",
                new Answer(
                    "The weights are learned: they come out turned or not, and the output is the same.",
                    IsRight: true,
                    "Whoever compares learned kernels with textbook filters has to know which of the two was meant."
                ),
                new Answer(
                    "Cross-correlation and convolution are the same thing.",
                    IsRight: false,
                    "Only for kernels that look the same when turned by 180°, such as the Gaussian."
                ),
                new Answer(
                    "Learning needs kernels that aren’t flipped.",
                    IsRight: false,
                    "It would work just as well with the flip; the kernel would come out the other way round."
                )
            )
        );

    private static Observation ObserveLearn(KernelsLesson lesson, double prediction)
    {
        KernelLearning learning = lesson.Learning;
        if (lesson is not { Preset: KernelPreset.Emboss, State: { Flipped: true, Surprise: false } })
        {
            return new(Met: false, "Choose Emboss, Flipped, and “the stage’s kernel” as the hidden one.");
        }

        if (learning.Settings?.Hidden.Equals(lesson.Hidden) != true || !learning.IsFound)
        {
            return new(
                Met: false,
                "The kernel isn’t found yet. Let it learn until all nine weights are right to three decimals."
            );
        }

        return new(
            Met: true,
            $"{(prediction == 1 ? "As you predicted: it" : "It")} found the kernel turned by 180° after {learning.Steps:N0} steps: its first weight is "
                + $"{Written.Fixed(learning.Learned[0])}, the last one of Emboss; at the end stands {Written.Fixed(learning.Learned[8])}."
        );
    }
}
