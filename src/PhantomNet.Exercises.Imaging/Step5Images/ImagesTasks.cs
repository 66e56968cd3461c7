using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step5Images;

/// <summary>The tasks of step 5, each checked against the live lesson.</summary>
internal static class ImagesTasks
{
    private const int AskedSide = 224;
    private const int AskedNeurons = 128;

    public static IReadOnlyList<LessonTask> For(ImagesLesson lesson) =>
        [Shuffle(lesson), Count(lesson), Move(lesson), Trial(lesson), Afresh(lesson)];

    private static LessonTask Shuffle(ImagesLesson lesson) =>
        new(
            "shuffle",
            "Does it notice?",
            new ChoicePrediction(
                "You draw a new permutation and move the pixels and the first layer’s weights by it, both alike. What becomes of the output?",
                "It stays the same to the last digit",
                "It changes a little",
                "It becomes something else altogether"
            ),
            "Shuffle again, with the weights moved like the pixels.",
            prediction => ObserveShuffle(lesson, prediction),
            new Explanation(
                "Why?",
                new Answer(
                    "Each weight still meets the pixel that it met before, so every sum has the same terms.",
                    IsRight: true,
                    "A sum doesn’t say where its terms came from. Here even rounding is ruled out, by pixels and weights of few digits."
                ),
                new Answer(
                    "The network has learned to undo the permutation.",
                    IsRight: false,
                    "It has learned nothing: its weights are random. You moved them."
                ),
                new Answer(
                    "The shuffled image still has the same shapes in it.",
                    IsRight: false,
                    "It has the same grey values and none of the shapes: pixels side by side are hardly alike any more."
                )
            )
        );

    private static Observation ObserveShuffle(ImagesLesson lesson, double prediction)
    {
        if (lesson.Pair is not { } pair)
        {
            return new(Met: false, "The radiograph is still being made.");
        }

        if (!lesson.State.Alike || lesson.State.Shuffle == 0 || lesson.State.Shuffle == ImagesState.Default.Shuffle)
        {
            return new(
                Met: false,
                !lesson.State.Alike ? "The weights are left where they were. Move them like the pixels."
                    : lesson.State.Shuffle == 0 ? "The pixels lie as they were. Shuffle them."
                    : "This is the permutation that you started with. Shuffle again."
            );
        }

        string came =
            $"{Figures.Exact(pair.OriginalAnswer.Output)} from the radiograph, {Figures.Exact(pair.ShuffledAnswer.Output)} from the shuffled one: "
            + (pair.AreSame ? "the same, bit for bit." : "not the same.");
        return new(
            Met: true,
            came + (prediction == 0 ? " As you predicted." : " Nothing about the output depends on the arrangement.")
        );
    }

    private static LessonTask Count(ImagesLesson lesson) =>
        new(
            "count",
            "Count the weights",
            new NumberPrediction(
                "A grey image of 224 × 224 pixels goes into 128 neurons, all connected. How many weights is that, in millions?",
                0,
                1e6,
                "million"
            ),
            "Set both sliders under “Too many weights” and read it off.",
            prediction => ObserveCount(lesson, prediction),
            new Explanation(
                "What does twice the side of the image cost, with as many neurons?",
                new Answer(
                    "Twice the weights",
                    IsRight: false,
                    "That would be so for a line of pixels. The image grows both ways."
                ),
                new Answer(
                    "Four times the weights",
                    IsRight: true,
                    "Every neuron has a weight for every pixel, and there are four times as many pixels."
                ),
                new Answer(
                    "As many weights as before",
                    IsRight: false,
                    "That is what the next step is about; in a dense layer no two pixels share a weight."
                )
            )
        );

    private static Observation ObserveCount(ImagesLesson lesson, double prediction)
    {
        ImagesState state = lesson.State;
        if (state.Side != AskedSide || state.Neurons != AskedNeurons || state.Colour)
        {
            return new(
                Met: false,
                $"The sliders are at {state.Side} × {state.Side} pixels{(state.Colour ? " in three channels" : "")} and {state.Neurons} neurons."
            );
        }

        double millions = lesson.Count.Weights / 1e6;
        bool near = Math.Abs(prediction - millions) <= 0.05 * millions;
        return new(
            Met: true,
            $"{lesson.Count.Weights:N0} weights, biases not counted; you predicted {prediction:0.###} million. "
                + (near ? "That is it." : "It is the number of pixels, 50,176, times the number of neurons.")
        );
    }

    private static LessonTask Move(ImagesLesson lesson) =>
        new(
            "move",
            "The same lesion elsewhere",
            new NumberPrediction(
                "The disc lies top left and meets 13 weights of a neuron. You move it to the bottom right. How many of the weights that it meets there are among those 13?",
                0,
                13,
                "weights"
            ),
            "Under “The same lesion elsewhere”, move the disc to the bottom right corner.",
            prediction => ObserveMove(lesson, prediction),
            new Explanation(
                "What follows for a dense network that has seen lesions top left only?",
                new Answer(
                    "Nothing carries over to the weights for the bottom right: it would have to see lesions there too.",
                    IsRight: true,
                    "A weight learns from its own pixel and shares nothing with the others. Where no training image has a lesion, nothing shows its weights what one looks like there."
                ),
                new Answer(
                    "It finds lesions everywhere, since each neuron sees the whole image.",
                    IsRight: false,
                    "It sees the whole image, but through other weights at each place."
                ),
                new Answer(
                    "It ignores the rest of the image.",
                    IsRight: false,
                    "It reads every pixel; with weights that it had no reason to make into a detector of lesions."
                )
            )
        );

    private static Observation ObserveMove(ImagesLesson lesson, double prediction)
    {
        PixelPlace asked = LesionDisc.Corners[3].Place;
        if (lesson.State.Lesion != asked)
        {
            return new(Met: false, $"The disc’s middle is at {lesson.State.Lesion}; take it to {asked}.");
        }

        LesionRow here = lesson.Lesion.Rows[0];
        LesionRow start = lesson.Lesion.Rows[1];
        return new(
            Met: true,
            $"{start.Shared} of the weights are the same; you predicted {prediction:0.#}. The disc adds {Written.Fixed(start.Added, 3)} to the sum of neuron {lesson.State.Neuron} top left, "
                + $"and {Written.Fixed(here.Added, 3)} bottom right."
        );
    }

    private static LessonTask Trial(ImagesLesson lesson) =>
        new(
            "trial",
            "Who falls behind?",
            new ChoicePrediction(
                "A dense and a convolutional network learn the radiographs, and both learn them again with all images shuffled by one permutation. Who does worse on the shuffled ones than on the others?",
                "The dense network",
                "The convolutional network",
                "Both",
                "Neither"
            ),
            "Under “The twins in training”, train with one permutation for all images, to the end.",
            prediction => ObserveTrial(lesson, prediction),
            new Explanation(
                "Why the convolutional one?",
                new Answer(
                    "Its kernels look at pixels side by side, which after shuffling have nothing to do with one another.",
                    IsRight: true,
                    "It is built on the assumption that neighbours belong together. On radiographs that is true and helps; on shuffled ones it is false."
                ),
                new Answer(
                    "It has fewer weights, so it learns less.",
                    IsRight: false,
                    "With the same few weights it does well on the unshuffled images."
                ),
                new Answer(
                    "Information was lost in the shuffling.",
                    IsRight: false,
                    "None: the permutation can be undone, and the dense network does exactly as well as before."
                )
            )
        );

    private static Observation ObserveTrial(ImagesLesson lesson, double prediction)
    {
        if (Outcome(lesson, Arrangement.Shuffled) is not { } all)
        {
            return new(Met: false, "Not all four networks are trained and tested with one permutation for all images.");
        }

        TwinComparison twins = TwinComparison.Of(all[0], all[1]);
        return new(
            Met: true,
            $"Test accuracy: dense {Accuracy(all[0])} and {Accuracy(all[1])} shuffled, its losses alike to all digits shown in {twins.SameDigits} of {twins.Epochs} epochs; "
                + $"convolutional {Accuracy(all[2])} and {Accuracy(all[3])} shuffled. "
                + (prediction == 1 ? "You predicted the convolutional network." : "Compare that with your prediction.")
        );
    }

    private static LessonTask Afresh(ImagesLesson lesson) =>
        new(
            "afresh",
            "Each image its own way",
            new NumberPrediction(
                "Now every image is shuffled by a permutation of its own. What accuracy does the dense network have on test images? They are half Normal, half Pneumonia.",
                0,
                100,
                "%"
            ),
            "Choose a permutation for each image, and train to the end.",
            prediction => ObserveAfresh(lesson, prediction),
            new Explanation(
                "How can it be right on nearly all training images and guess on new ones?",
                new Answer(
                    "It has memorised the training images. A pixel’s place no longer means anything that could be carried over.",
                    IsRight: true,
                    "The loss on training images alone would have looked like success. This is why accuracy is measured on images that the network hasn’t seen."
                ),
                new Answer(
                    "It was trained for too few epochs.",
                    IsRight: false,
                    "It has already fitted its training images. Longer training fits them more closely still and tells nothing about others."
                ),
                new Answer(
                    "Its weights weren’t permuted like the pixels.",
                    IsRight: false,
                    "By which permutation? There are 800 of them, and the network has one set of weights."
                )
            )
        );

    private static Observation ObserveAfresh(ImagesLesson lesson, double prediction)
    {
        if (Outcome(lesson, Arrangement.Fresh) is not { } all)
        {
            return new(Met: false, "The networks aren’t trained and tested yet with a permutation for each image.");
        }

        TrialLearner dense = all[1];
        return new(
            Met: true,
            $"{Accuracy(dense)} of the test images, 95 % interval {Figures.Interval(dense.TestRight, TrialImages.TestCount)}; you predicted {prediction:0.#} %. "
                + $"Of the training images it gets {Figures.Percent(dense.TrainingRight, TrialImages.TrainingCount)} right."
        );
    }

    // Dense original, dense compared, convolutional original, convolutional compared; null unless all are finished.
    private static TrialLearner[]? Outcome(ImagesLesson lesson, Arrangement compared)
    {
        TrialLearner?[] all =
        [
            lesson.Trial.Find(false, Arrangement.Original),
            lesson.Trial.Find(false, compared),
            lesson.Trial.Find(true, Arrangement.Original),
            lesson.Trial.Find(true, compared),
        ];
        return Array.TrueForAll(all, learner => learner is { IsFinished: true }) ? [.. all.OfType<TrialLearner>()] : null;
    }

    private static string Accuracy(TrialLearner learner) => Figures.Percent(learner.TestRight, TrialImages.TestCount);
}
