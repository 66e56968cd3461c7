using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;
using PhantomNet.Phantoms.PointSets;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>The tasks of step 2, checked from the training that is on the page.</summary>
internal static class BoundaryTasks
{
    private const int EnoughEpochs = 100;

    public static IReadOnlyList<LessonTask> For(BoundaryLesson lesson) =>
        [OneNeuron(lesson), FewNeurons(lesson), LinearLayers(lesson), WrongMeasure(lesson)];

    private static LessonTask OneNeuron(BoundaryLesson lesson) =>
        new(
            "one-neuron",
            "One neuron and a circle",
            new NumberPrediction(
                "Half of the points lie inside the circle. How many per cent of the test points will one neuron get right?",
                0,
                100,
                "%"
            ),
            $"Choose Circle with no hidden layer and train for at least {EnoughEpochs} epochs.",
            prediction =>
            {
                if (lesson.State is not { Shape: PointShape.Circle, HiddenLayers: 0, Edited: null })
                {
                    return new(false, "On the stage is another experiment. Choose Circle and no hidden layer.");
                }

                if (lesson.Experiment is not { Trainer.Epoch: >= EnoughEpochs } experiment)
                {
                    return new(false, $"It has trained for {Epochs(lesson)} so far; give it {EnoughEpochs}.");
                }

                double reached = 100 * experiment.Now.Test.Accuracy;
                string lesson1 =
                    prediction > 75
                        ? "A straight line can’t follow a ring, so training longer doesn’t help either."
                        : "It hardly beats a coin: each side of the line holds points of both classes.";
                return new(true, $"You said {prediction:0.#} %, it reached {reached:F1} % on the test points. {lesson1}");
            },
            new Explanation(
                "Why can’t it do better?",
                new Answer(
                    "ŷ depends on the point only through w₁x₁ + w₂x₂ + b, which is constant along straight lines.",
                    IsRight: true,
                    "So the set where ŷ crosses 0.5 is a straight line, for every choice of the weights."
                ),
                new Answer(
                    "The learning rate is too small for it to get there.",
                    IsRight: false,
                    "Raise it and try: the loss settles at the same height. There is no better line to be found."
                ),
                new Answer(
                    "120 points are too few.",
                    IsRight: false,
                    "More points would tell it more exactly which straight line is least bad, and nothing else."
                )
            )
        );

    private static LessonTask FewNeurons(BoundaryLesson lesson) =>
        new(
            "few-neurons",
            "As few neurons as you can",
            new NumberPrediction(
                "With one hidden layer of ReLU: how many neurons does the circle need to reach 97 % on the test points?",
                1,
                BoundaryState.MaxNeurons
            ),
            "Circle, one hidden layer of ReLU. Find a number of neurons that reaches 97 % test accuracy; try fewer, and other first weights.",
            prediction =>
            {
                BoundaryState state = lesson.State;
                if (
                    state
                    is not { Shape: PointShape.Circle, HiddenLayers: 1, Edited: null, Training.Activation: Activation.ReLU }
                )
                {
                    return new(false, "On the stage is another experiment. Choose Circle, one hidden layer, ReLU.");
                }

                double reached = 100 * (lesson.Experiment?.Now.Test.Accuracy ?? 0);
                if (reached < 97)
                {
                    return new(
                        false,
                        $"{Neurons(state.Neurons)}: {reached:F1} % of the test points after {Epochs(lesson)}. Train on, or change the number."
                    );
                }

                string compare = ((double)state.Neurons).CompareTo(prediction) switch
                {
                    < 0 => "Fewer than you thought.",
                    0 => "As you said. Does it work with fewer?",
                    _ => "More than you said; perhaps other first weights would do with fewer.",
                };
                return new(true, $"{Neurons(state.Neurons)} reached {reached:F1} %, and you said {prediction:0.##}. {compare}");
            },
            new Explanation(
                "What is the least that could ever work, and why?",
                new Answer(
                    "One, if it is trained for long enough.",
                    IsRight: false,
                    "One ReLU neuron still gives one straight boundary: the output has a kink, and one line where it crosses 0.5."
                ),
                new Answer(
                    "Three: each adds a kink along one line, and it takes three lines to close a shape.",
                    IsRight: true,
                    "Three lines make a triangle. Whether training finds it from given first weights is another question."
                ),
                new Answer(
                    "Eight, because a circle needs many corners.",
                    IsRight: false,
                    "The gap between the classes is wide: a coarse polygon fits in it."
                )
            )
        );

    private static LessonTask LinearLayers(BoundaryLesson lesson) =>
        new(
            "linear-layers",
            "Three layers without activations",
            new ChoicePrediction(
                "Three hidden layers of 16 neurons with the activation off, on XOR. What will the boundary be?",
                "One straight line",
                "Several straight pieces",
                "A smooth curve"
            ),
            "Choose XOR, 3 hidden layers of 16, activation Linear (none), and train 100 epochs.",
            prediction =>
            {
                bool chosen =
                    lesson.State is
                    { Shape: PointShape.Xor, HiddenLayers: 3, Neurons: 16, Training.Activation: Activation.Identity };
                if (!chosen)
                {
                    return new(
                        false,
                        "On the stage is another experiment: it should be XOR, 3 layers, 16 neurons, Linear (none)."
                    );
                }

                if (
                    lesson.Experiment is not { } experiment
                    || (experiment.Trainer.Epoch < EnoughEpochs && !experiment.Trainer.HasDiverged)
                )
                {
                    return new(false, $"It has trained for {Epochs(lesson)} so far; give it {EnoughEpochs}.");
                }

                string said = prediction == 0 ? "As you said" : "Not what you said";
                return new(
                    true,
                    $"{said}: one straight line, {100 * experiment.Now.Test.Accuracy:F1} % of the test points, with "
                        + $"{experiment.Shown.Spec.ParameterCount} parameters. Depth without activations buys nothing."
                );
            },
            new Explanation(
                "Why doesn’t depth help here?",
                new Answer(
                    "A weighted sum of weighted sums is a weighted sum: the layers multiply out to one.",
                    IsRight: true,
                    "Step 3 does the multiplication on the screen, for a hundred layers."
                ),
                new Answer(
                    "The gradient vanishes on its way through three layers.",
                    IsRight: false,
                    "It doesn’t: the identity has slope 1 everywhere. The best such network is a straight line."
                ),
                new Answer(
                    "It would need more neurons.",
                    IsRight: false,
                    "Any number of them gives the same family of boundaries: straight lines."
                )
            )
        );

    private static LessonTask WrongMeasure(BoundaryLesson lesson) =>
        new(
            "train-test",
            "What the training points don’t tell",
            new ChoicePrediction(
                "Spiral, noise 0.15, 40 points, three hidden layers of 16. Which accuracy will end higher?",
                "On the training points",
                "On the test points",
                "The same on both"
            ),
            "Set noise 0.15 and 40 points on the spiral, 3 hidden layers of 16, and train until the training accuracy is above 95 %.",
            prediction =>
            {
                BoundaryState state = lesson.State;
                bool chosen =
                    state is { Shape: PointShape.Spiral, HiddenLayers: 3, Neurons: 16, Count: 40, Edited: null }
                    && state.Noise >= 0.145;
                if (!chosen || lesson.Experiment is not { } experiment)
                {
                    return new(
                        false,
                        "On the stage is another experiment: it should be Spiral, 40 points, noise 0.15, 3 layers of 16."
                    );
                }

                double train = 100 * experiment.Now.Train.Accuracy;
                double test = 100 * experiment.Now.Test.Accuracy;
                if (train < 95)
                {
                    return new(
                        false,
                        $"Training accuracy is {train:F1} % after {Epochs(lesson)}. Train on until it is above 95 %."
                    );
                }

                int higher =
                    train > test ? 0
                    : train < test ? 1
                    : 2;
                string said = (int)prediction == higher ? "As you said" : "Not what you said";
                return new(true, $"{said}: {train:F1} % of the training points and {test:F1} % of the test points.");
            },
            new Explanation(
                "What did the network learn?",
                new Answer(
                    "The noise of these 40 points as well as the shape: what it learnt of the noise doesn’t carry over.",
                    IsRight: true,
                    "That is overfitting. Only points that it hasn’t seen can show it, which is why train is not test."
                ),
                new Answer(
                    "Nothing wrong: accuracy on the training points is what counts.",
                    IsRight: false,
                    "Those points are known already. A diagnosis is asked for about patients whom nobody has labelled yet."
                ),
                new Answer(
                    "The test points are of another kind.",
                    IsRight: false,
                    "They are drawn in exactly the same way, with other random numbers."
                )
            )
        );

    private static string Epochs(BoundaryLesson lesson) =>
        (lesson.Experiment?.Trainer.Epoch ?? 0) is var epochs && epochs == 1 ? "1 epoch" : $"{epochs} epochs";

    private static string Neurons(int count) => count == 1 ? "1 neuron" : $"{count} neurons";
}
