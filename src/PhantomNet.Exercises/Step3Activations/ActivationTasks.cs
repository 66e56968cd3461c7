using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step3Activations;

/// <summary>The tasks of step 3, each checked against the live lesson.</summary>
internal static class ActivationTasks
{
    private const int FitEpochs = 100;

    public static IReadOnlyList<LessonTask> For(ActivationLesson lesson) =>
        [SwitchOff(lesson), HundredLayers(lesson), TenSigmoids(lesson), FitWithout(lesson)];

    private static LessonTask SwitchOff(ActivationLesson lesson) =>
        new(
            "off",
            "Five neurons without their activation",
            new ChoicePrediction(
                "Five neurons bend, each at another place. You switch their activation off. What is left of their weighted sum?",
                "A gentler curve",
                "A straight line",
                "Five straight pieces"
            ),
            "Choose an activation that isn’t linear, and switch it off under “Several neurons, one sum”.",
            prediction => ObserveOff(lesson, prediction),
            new Explanation(
                "Why?",
                new Answer(
                    "Each neuron is now a line, and a weighted sum of lines is a line.",
                    IsRight: true,
                    "Slopes add up to one slope, intercepts to one intercept."
                ),
                new Answer(
                    "The weights cancel, so that little is left.",
                    IsRight: false,
                    "Nothing cancels: the line may be as steep as you like. It only can’t bend."
                ),
                new Answer(
                    "Five neurons are too few to bend.",
                    IsRight: false,
                    "With five thousand the sum of lines would still be a line."
                )
            )
        );

    private static Observation ObserveOff(ActivationLesson lesson, double prediction)
    {
        ActivationState state = lesson.State;
        if (state.Function == Activation.Identity)
        {
            return new(Met: false, "Linear has nothing to switch off. Choose another activation first.");
        }

        if (state.On)
        {
            return new(Met: false, $"{Start(state.Function.Name())} is still on.");
        }

        HiddenNeurons on = new(state.Function, on: true, identityShare: 0, state.HiddenSeed);
        string verdict = prediction == 1 ? "As you predicted: a" : "A";
        return new(
            Met: true,
            $"{verdict} straight line. With {state.Function.Name()} the sum was up to {Written.Fixed(on.Distance)} away from the best "
                + $"straight line; without, it is {Written.Fixed(lesson.Hidden.Distance)} away."
        );
    }

    private static LessonTask HundredLayers(ActivationLesson lesson) =>
        new(
            "stack",
            "A hundred linear layers",
            new NumberPrediction(
                "A hundred layers of one neuron have 200 parameters. Without activations, how many numbers describe exactly what they do?",
                1,
                200,
                "numbers"
            ),
            "Stack 100 layers with the activation off, and compare the engine with the product.",
            prediction => ObserveStack(lesson, prediction),
            new Explanation(
                "So what do depth and 200 parameters buy without activations?",
                new Answer(
                    "Nothing that one layer couldn’t compute: the product of the layers is a layer.",
                    IsRight: true,
                    "The same holds for wide layers: a product of matrices is a matrix."
                ),
                new Answer(
                    "A more precise line.",
                    IsRight: false,
                    "Each layer rounds once more: if anything, the last digits get worse."
                ),
                new Answer(
                    "A curve, if the weights are right.",
                    IsRight: false,
                    "New weights change the slope and the intercept, and nothing else. Try them."
                )
            )
        );

    private static Observation ObserveStack(ActivationLesson lesson, double prediction)
    {
        ActivationState state = lesson.State;
        if (state.Layers < ActivationState.MaxLayers)
        {
            return new(Met: false, $"The stack has {state.Layers} layers. Put it to {ActivationState.MaxLayers}.");
        }

        if (state.StackOn && state.Function != Activation.Identity)
        {
            return new(Met: false, "The activation is on between the layers. Switch it off.");
        }

        StraightLine product = lesson.Stack.Product;
        string verdict = prediction == 2 ? "Two, as you predicted" : $"Two, not {prediction:0.##}";
        return new(
            Met: true,
            $"{verdict}: the slope {Written.Fixed(product.Slope)} and the intercept {Written.Fixed(product.Intercept)}."
        );
    }

    private static LessonTask TenSigmoids(ActivationLesson lesson) =>
        new(
            "saturation",
            "A gradient through ten sigmoids",
            new ChoicePrediction(
                "A gradient of 1 goes back through ten sigmoid layers with weights 1, the first of them at z = 0, where a sigmoid is "
                    + "steepest. How much arrives?",
                "About a tenth",
                "About a thousandth",
                "Less than a millionth"
            ),
            "Choose sigmoid and, under “What saturation does to a gradient”, put z to 0 and the weights to 1.",
            prediction => ObserveSigmoids(lesson, prediction),
            new Explanation(
                "What shrinks it?",
                new Answer(
                    "Ten factors σ′, none above 0.25.",
                    IsRight: true,
                    "At best 0.25¹⁰ = 9.5e−7. The weights are factors too: large ones can make up for it, or overshoot."
                ),
                new Answer(
                    "Ten layers share the gradient between them.",
                    IsRight: false,
                    "Nothing is shared out: going back, the gradient is multiplied. With ReLU all of it arrives wherever z > 0."
                ),
                new Answer(
                    "Rounding in float32.",
                    IsRight: false,
                    "float32 still tells numbers of 1e−38 from 0. The factors are really that small."
                )
            )
        );

    private static Observation ObserveSigmoids(ActivationLesson lesson, double prediction)
    {
        ActivationState state = lesson.State;
        if (state is not { Function: Activation.Sigmoid, GradientZ: 0, Weight: 1 })
        {
            return new(
                Met: false,
                $"Now it is {state.Function.Name()} at z = {Written.Fixed(state.GradientZ, 1)} with weights "
                    + $"{Written.Fixed(state.Weight, 2)}. It should be sigmoid, 0 and 1."
            );
        }

        string verdict = prediction == 2 ? "As you predicted, less than a millionth" : "Less than a millionth";
        return new(Met: true, $"{verdict} arrives: {Written.Significant(lesson.Gradient.AtFirst)}.");
    }

    private static LessonTask FitWithout(ActivationLesson lesson) =>
        new(
            "fit",
            "Sixteen neurons and no activation",
            new ChoicePrediction(
                "Sixteen hidden neurons without an activation learn the bump. How close do they come?",
                "As close as with an activation, only slower",
                "Closer than one neuron",
                "No closer than the best straight line"
            ),
            $"Choose the bump, 16 neurons and activation off under “Fit a curve”, and train for at least {FitEpochs} epochs.",
            prediction => ObserveFit(lesson, prediction),
            new Explanation(
                "Would longer training help?",
                new Answer(
                    "No: every setting of its weights is a straight line, and none of those fits better.",
                    IsRight: true,
                    "It isn’t training that fails. The curve isn’t among the functions that this network can be."
                ),
                new Answer(
                    "Yes: Adam only needs more epochs.",
                    IsRight: false,
                    "Leave it running: the loss never gets below that of the best straight line."
                ),
                new Answer(
                    "Yes: with more neurons as well.",
                    IsRight: false,
                    "More neurons without an activation are still one line."
                )
            )
        );

    private static Observation ObserveFit(ActivationLesson lesson, double prediction)
    {
        FitSettings settings = lesson.FitSettings;
        CurveFit fit = lesson.Fit;
        if (settings is not { Target: FitTarget.Bump, Neurons: 16, Function: Activation.Identity })
        {
            return new(Met: false, "It should be the bump, 16 neurons, activation off.");
        }

        if (fit.Settings != settings || fit.Epoch < FitEpochs)
        {
            int done = fit.Settings == settings ? fit.Epoch : 0;
            return new(Met: false, $"It has trained for {done} epochs. Train it for at least {FitEpochs}.");
        }

        string verdict = prediction == 2 ? "As you predicted" : "No closer than the best straight line";
        return new(
            Met: true,
            $"{verdict}: after {fit.Epoch} epochs its mean squared error is {Written.Fixed(fit.Loss, 4)}; that of the best straight "
                + $"line is {Written.Fixed(fit.LineLoss, 4)}."
        );
    }

    private static string Start(string name) => char.ToUpperInvariant(name[0]) + name[1..];
}
