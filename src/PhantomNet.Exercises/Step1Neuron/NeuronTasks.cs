using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>The tasks of this step, checked from the lesson's live state.</summary>
internal static class NeuronTasks
{
    private const double Near = 0.005; // half of the hundredth to which values are rounded

    private static readonly NeuronState Start = NeuronState.Default;

    public static IReadOnlyList<LessonTask> Of(NeuronLesson lesson) =>
        [Flip(lesson), Scale(lesson), Zero(lesson), Learn(lesson)];

    private static LessonTask Flip(NeuronLesson lesson) =>
        new(
            "flip",
            "The bias alone",
            new NumberPrediction(
                "Keep x = (0.8, 0.3) and w = (0.7, −0.5). Lower the bias b from 0.1. At which b does the verdict turn to Normal?",
                -2,
                2
            ),
            "Find the highest b, to the hundredth, with the verdict Normal: use the slider, then type, or drag the line onto the point.",
            predicted => ObserveFlip(lesson, predicted),
            new Explanation(
                "What did lowering b do to the line ŷ = 0.5?",
                new("It turned the line.", false, "Look at the slope: it is −w1/w2 all the time, and b isn’t in it."),
                new(
                    "It moved the line, without turning it.",
                    true,
                    "b shifts every z by the same amount; the direction of the line is w’s alone."
                ),
                new(
                    "It left the line and lowered the scores.",
                    false,
                    "Then the point could not have come to lie on the line. Watch it while you move b."
                )
            )
        );

    private static Observation ObserveFlip(NeuronLesson lesson, double predicted)
    {
        NeuronState state = lesson.State;
        if (!Same(state.X1, Start.X1) || !Same(state.X2, Start.X2) || !Same(state.W1, Start.W1) || !Same(state.W2, Start.W2))
        {
            return new(false, "Put x back to (0.8, 0.3) and w to (0.7, −0.5); Reset does it. Then move b alone.");
        }

        if (lesson.SaysPneumonia)
        {
            return new(false, $"At b = {Shown.Number(state.B)} the verdict is still Pneumonia. Lower b.");
        }

        if (lesson.Run(state.Weights with { B = state.B + 0.01 }, state.X1, state.X2).Score <= 0.5)
        {
            return new(false, $"At b = {Shown.Number(state.B)} it is Normal, but also a hundredth higher. Raise b again.");
        }

        double off = Math.Abs(predicted - state.B);
        return new(
            true,
            $"b = {Shown.Number(state.B)} gives z = {Shown.Number(lesson.Z)} and ŷ = {Shown.Score(lesson.Score)}, which is not above 0.5. "
                + (off < Near ? "You said so. " : $"You said {Shown.Number(predicted)}. ")
                + "The weighted inputs add up to 0.7 · 0.8 − 0.5 · 0.3 = 0.41, and b has to cancel just that."
        );
    }

    private static LessonTask Scale(NeuronLesson lesson) =>
        new(
            "scale",
            "Everything times two",
            new ChoicePrediction(
                "From the start values, double w1, w2 and b. What happens to the line and to ŷ of the point (0.8, 0.3)?",
                "The line stays, ŷ moves away from 0.5",
                "The line moves, ŷ stays",
                "Both stay"
            ),
            "Set w1 = 1.4, w2 = −1 and b = 0.2, with the point at (0.8, 0.3).",
            predicted => ObserveScale(lesson, predicted),
            new Explanation(
                "The verdict of every point is the same as before. Why?",
                new(
                    "The factor cancels within σ.",
                    false,
                    "It doesn’t: σ(1.02) is not σ(0.51). It cancels in z = 0, which is the line."
                ),
                new(
                    "ŷ is a probability, and probabilities agree.",
                    false,
                    "ŷ went from 0.625 to 0.735 for the same patient with nothing new known: it is a score, and not a calibrated probability."
                ),
                new(
                    "2z has the same sign as z, and the verdict hangs on the sign alone.",
                    true,
                    "z = 0 is the line, wherever the scale. Only the steepness of ŷ across it has changed."
                )
            )
        );

    private static Observation ObserveScale(NeuronLesson lesson, double predicted)
    {
        NeuronState state = lesson.State;
        if (!Same(state.X1, Start.X1) || !Same(state.X2, Start.X2))
        {
            return new(false, "Put the point back to (0.8, 0.3).");
        }

        if (!Same(state.W1, 2 * Start.W1) || !Same(state.W2, 2 * Start.W2) || !Same(state.B, 2 * Start.B))
        {
            return new(
                false,
                $"Now w1 = {Shown.Number(state.W1)}, w2 = {Shown.Number(state.W2)}, b = {Shown.Number(state.B)}; doubled are 1.4, −1 and 0.2."
            );
        }

        double before = lesson.Run(Start.Weights, state.X1, state.X2).Score;
        return new(
            true,
            $"ŷ went from {Shown.Score(before)} to {Shown.Score(lesson.Score)}; the line is where it was, at x2 = 1.4·x1 + 0.2. "
                + (predicted == 0 ? "As you said. " : "You said otherwise: compare line and score apart. ")
                + "The point is as far from the line as before, but z grows twice as fast on the way."
        );
    }

    private static LessonTask Zero(NeuronLesson lesson) =>
        new(
            "zero",
            "A weight of zero",
            new ChoicePrediction(
                "Make w1 zero and leave w2 = −0.5. How does the line ŷ = 0.5 run in the plane?",
                "Upright, along the x2 axis",
                "Level, along the x1 axis",
                "There is none"
            ),
            "Set w1 = 0 and w2 = −0.5, with b between 0 and 0.5 so that the line is in the picture.",
            predicted => ObserveZero(lesson, predicted),
            new Explanation(
                "Why does it run so?",
                new(
                    "The line is at right angles to w, and w now points straight down.",
                    true,
                    "Along the line z doesn’t change, so only x2, the input that still counts, is fixed on it."
                ),
                new("The line points along w.", false, "Along w, z changes fastest. On the line it doesn’t change at all."),
                new("The neuron can’t see x2 any more.", false, "It is x1 that it can’t see: w1 · x1 is zero whatever x1 is.")
            )
        );

    private static Observation ObserveZero(NeuronLesson lesson, double predicted)
    {
        NeuronState state = lesson.State;
        if (!Same(state.W1, 0) || !Same(state.W2, Start.W2))
        {
            return new(false, $"Now w = ({Shown.Number(state.W1)}, {Shown.Number(state.W2)}). Set w1 to 0 and w2 to −0.5.");
        }

        if (state.B is < 0 or > 0.5)
        {
            return new(
                false,
                $"With b = {Shown.Number(state.B)} the line lies outside the intensities. Set b between 0 and 0.5."
            );
        }

        double left = lesson.Run(state.Weights, 0, state.X2).Score;
        double right = lesson.Run(state.Weights, 1, state.X2).Score;
        return new(
            true,
            $"The line is level, at x2 = {Shown.Number(-state.B / state.W2)}. "
                + $"ŷ is {Shown.Score(left)} at x1 = 0 and {Shown.Score(right)} at x1 = 1: the neuron can’t see x1. "
                + (
                    predicted == 1
                        ? "As you said."
                        : "You said otherwise: look at where w points, and at its right angle with the line."
                )
        );
    }

    private static LessonTask Learn(NeuronLesson lesson) =>
        new(
            "learn",
            "Let the patients pull",
            new ChoicePrediction(
                "The ten patients below pull on the line. Starting from w = (0.7, −0.5), b = 0.1, where will w2 have gone after 25 steps with η = 1?",
                "Further down",
                "Up, but still below 0",
                "Up, above 0"
            ),
            "Reset, then press “25 steps” below, with b learned too and a learning rate of 1.",
            predicted => ObserveLearn(lesson, predicted),
            new Explanation(
                "What moved w2?",
                new(
                    "The patients that were on the wrong side, and those alone.",
                    false,
                    "A patient on the right side pulls too, unless p equals y, which σ never reaches. See the table."
                ),
                new(
                    "The mean of (y − p)·x2 over the patients.",
                    true,
                    "Each step adds η times that mean. Patients with pneumonia and a low score pull w2 up by their x2; normal ones with a high score pull it down."
                ),
                new(
                    "The patient with the largest x2.",
                    false,
                    "A large x2 makes for a long pull only together with a large error y − p."
                )
            )
        );

    private static Observation ObserveLearn(NeuronLesson lesson, double predicted)
    {
        NeuronState state = lesson.State;
        if (lesson.Steps != 25 || lesson.Path[0] != Start.Weights || state.HoldBias || !Same(state.Rate, 1))
        {
            return new(
                false,
                $"Steps so far: {lesson.Steps}. It needs 25 from w = (0.7, −0.5), b = 0.1, with η = 1 and b learned too."
            );
        }

        int option =
            state.W2 > 0 ? 2
            : state.W2 > Start.W2 ? 1
            : 0;
        return new(
            true,
            $"w2 went from −0.50 to {Shown.Number(state.W2)}, and the loss from {Shown.Fixed(lesson.LossBefore)} to {Shown.Fixed(lesson.Gradient.Loss)}. "
                + (predicted == option ? "As you said. " : "You said otherwise. ")
                + "With w2 below zero, bright x2 spoke for Normal; yet the patients with pneumonia are the brighter ones in x2, on the mean."
        );
    }

    private static bool Same(double a, double b) => Math.Abs(a - b) < Near;
}
