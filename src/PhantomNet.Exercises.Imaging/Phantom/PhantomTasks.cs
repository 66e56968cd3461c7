using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>The tasks of the phantom's page, each checked against what was measured on it.</summary>
internal static class PhantomTasks
{
    private const double LeastVoltageStep = 30;
    private const double LeastScatter = 0.2;

    // A contrast is told to at least so many of its standard errors.
    private const double LeastErrors = 20;

    public static IReadOnlyList<LessonTask> For(PhantomLesson lesson) =>
        [Voltage(lesson), Noise(lesson), Grid(lesson), Heart(lesson)];

    private static LessonTask Voltage(PhantomLesson lesson) =>
        new(
            "voltage",
            "A rib at a higher voltage",
            new ChoicePrediction(
                "You raise the tube voltage from 70 to 120 kV. What does the contrast between a rib and the lung beside it do?",
                "It falls",
                "It stays",
                "It rises"
            ),
            "Take a radiograph at 70 kV and one at 120 kV (at least 30 kV apart), and change nothing else. Under “Display” you can mark the pair "
                + "of places.",
            prediction => ObserveVoltage(lesson, prediction),
            new Explanation(
                "Why?",
                new Answer(
                    "Bone’s calcium absorbs low energies by the photoelectric effect, which fades quickly as the energy rises.",
                    IsRight: true,
                    "Above it Compton scattering takes over, which per gram is nearly the same in bone and in soft tissue."
                ),
                new Answer(
                    "More quanta arrive, and they wash the contrast out.",
                    IsRight: false,
                    "More quanta lower the noise. The log signal is relative to the open beam: it stays when all counts grow alike."
                ),
                new Answer(
                    "The scatter fraction rises with the voltage.",
                    IsRight: false,
                    "In a patient it changes too, but here it stays as you set it, and the contrast moves all the same."
                )
            )
        );

    private static Observation ObserveVoltage(PhantomLesson lesson, double prediction)
    {
        (Measurement Earlier, Measurement Latest)? pair = lesson.Measurements.Pair(
            (other, latest) => other with { Tube = other.Tube with { KVp = latest.Tube.KVp } },
            (other, latest) => Math.Abs(other.Tube.KVp - latest.Tube.KVp) >= LeastVoltageStep
        );
        if (pair is not { } both)
        {
            return new(Met: false, "There is no pair of radiographs yet that differ by 30 kV or more and in nothing else.");
        }

        (Measurement low, Measurement high) =
            both.Earlier.Setting.Tube.KVp < both.Latest.Setting.Tube.KVp ? both : (both.Latest, both.Earlier);
        if (Unclear(low) is { } reason)
        {
            return new(Met: false, reason);
        }

        int outcome = high.Contrast < low.Contrast ? 0 : 2;
        return new(
            Met: true,
            $"Rib less lung is {Written.Fixed(low.Contrast!.Value, 3)} at {low.Setting.Tube.KVp:0.#} kV and "
                + $"{Written.Fixed(high.Contrast!.Value, 3)} at {high.Setting.Tube.KVp:0.#} kV, in units of −ln: it {(outcome == 0 ? "falls" : "rises")} "
                + $"by {Math.Abs(1 - (high.Contrast.Value / low.Contrast.Value)):P0}. {Verdict(prediction == outcome)}"
        );
    }

    private static LessonTask Noise(PhantomLesson lesson) =>
        new(
            "noise",
            "A quarter of the mAs",
            new NumberPrediction(
                "You take a quarter of the mAs. By which factor does the relative noise of the counted quanta grow?",
                0.05,
                20,
                "×"
            ),
            "Take a radiograph, then one with a quarter of its mAs, typed into the box. The noise is measured in a square over the liver; each “New "
                + "noise” adds another exposure to the measurement.",
            prediction => ObserveNoise(lesson, prediction),
            new Explanation(
                "Why just so?",
                new Answer(
                    "N quanta scatter by √N, so the relative noise is 1/√N: a quarter of N doubles it.",
                    IsRight: true,
                    "It is the law of counting: half the noise costs four times the dose."
                ),
                new Answer(
                    "Noise is proportional to the dose.",
                    IsRight: false,
                    "The absolute noise √N does shrink with less dose, but the signal N shrinks faster."
                ),
                new Answer(
                    "The detector adds noise of its own.",
                    IsRight: false,
                    "This detector adds none: what you see is the counting of quanta alone."
                )
            )
        );

    private static Observation ObserveNoise(PhantomLesson lesson, double prediction)
    {
        (Measurement Earlier, Measurement Latest)? pair = lesson.Measurements.Pair(
            (other, latest) => other with { Detector = other.Detector with { MAs = latest.Detector.MAs } },
            (other, latest) => Ratio(other, latest) is > 3.5 and < 4.5
        );
        if (pair is not { } both)
        {
            return new(
                Met: false,
                "There is no pair of radiographs yet of which one has a quarter of the other’s mAs and all else is equal."
            );
        }

        (Measurement less, Measurement more) =
            both.Earlier.Setting.Detector.MAs < both.Latest.Setting.Detector.MAs ? both : (both.Latest, both.Earlier);
        double factor = less.RelativeNoise / more.RelativeNoise;
        double error = factor * Math.Sqrt((0.5 / less.Pixels) + (0.5 / more.Pixels));
        double expected = less.ExpectedNoise / more.ExpectedNoise;
        string verdict =
            Math.Abs(prediction - expected) < 0.15 * expected
                ? $"You said {prediction:0.##}: right."
                : $"You said {prediction:0.##}; counting alone expects {expected:0.00}.";
        return new(
            Met: true,
            $"{Percent(more.RelativeNoise)} at {Numerals.Short(more.Setting.Detector.MAs)} mAs, {Percent(less.RelativeNoise)} at "
                + $"{Numerals.Short(less.Setting.Detector.MAs)} mAs: a factor of {factor:0.00} ± {error:0.00}, from {less.Exposures + more.Exposures} exposures. "
                + verdict
        );
    }

    private static LessonTask Grid(PhantomLesson lesson) =>
        new(
            "grid",
            "Without the grid",
            new ChoicePrediction(
                "You take the anti-scatter grid away and leave the mAs. What does the contrast between the rib and the lung do?",
                "It falls",
                "It stays",
                "It rises"
            ),
            "Take a radiograph with the grid and one without, with a scatter fraction of 0.2 or more, and change nothing else.",
            prediction => ObserveGrid(lesson, prediction),
            new Explanation(
                "Why?",
                new Answer(
                    "Scatter adds the same quanta behind rib and lung, so that the ratio of their signals comes nearer to 1.",
                    IsRight: true,
                    "The grid stops nine tenths of the scatter here, and three tenths of the primary quanta: contrast is bought with dose."
                ),
                new Answer(
                    "The grid takes the low energies out of the beam.",
                    IsRight: false,
                    "That is what the tube’s filter does. This grid treats all energies alike."
                ),
                new Answer(
                    "Without the grid there are more quanta, so less contrast.",
                    IsRight: false,
                    "Twice the primary quanta behind both places leave their ratio as it was. What is added to both alike changes it."
                )
            )
        );

    private static Observation ObserveGrid(PhantomLesson lesson, double prediction)
    {
        (Measurement Earlier, Measurement Latest)? pair = lesson.Measurements.Pair(
            (other, latest) => other with { Detector = other.Detector with { Grid = latest.Detector.Grid } },
            (other, latest) => other.Detector.Grid != latest.Detector.Grid && latest.Detector.ScatterFraction >= LeastScatter
        );
        if (pair is not { } both)
        {
            return new(
                Met: false,
                "There is no pair of radiographs yet, one with the grid and one without, that differ in nothing else."
            );
        }

        (Measurement with, Measurement without) =
            both.Earlier.Setting.Detector.Grid == GridKind.Grid ? both : (both.Latest, both.Earlier);
        if (Unclear(with) is { } reason)
        {
            return new(Met: false, reason);
        }

        int outcome = without.Contrast < with.Contrast ? 0 : 2;
        return new(
            Met: true,
            $"Rib less lung is {Written.Fixed(with.Contrast!.Value, 3)} with the grid and {Written.Fixed(without.Contrast!.Value, 3)} without, in units of "
                + $"−ln, while the quanta behind the liver go from {Numerals.Quanta(with.MeanQuanta)} to {Numerals.Quanta(without.MeanQuanta)} per pixel. "
                + Verdict(prediction == outcome)
        );
    }

    private static LessonTask Heart(PhantomLesson lesson) =>
        new(
            "heart",
            "Left and right",
            new ChoicePrediction(
                "On which side of the image does the larger part of the heart lie?",
                "The image’s left",
                "The image’s right",
                "Half on each"
            ),
            "Mark the heart, under “Display”, and look.",
            prediction => ObserveHeart(lesson, prediction),
            new Explanation(
                "So what becomes of a radiograph that is flipped left to right to have more images to train on?",
                new Answer(
                    "It shows a heart on the patient’s right: an anatomy that is rare and has a name, dextrocardia.",
                    IsRight: true,
                    "Whether that hurts depends on the task; it should be a choice, not an accident."
                ),
                new Answer(
                    "Nothing: a chest is symmetric.",
                    IsRight: false,
                    "Heart, aorta, stomach gas and the height of the diaphragm are not."
                ),
                new Answer(
                    "The patient is then seen from the back.",
                    IsRight: false,
                    "PA or AP, a radiograph is shown with the patient’s left at the image’s right. Flipped, it is the film looked at from its wrong side."
                )
            )
        );

    private static Observation ObserveHeart(PhantomLesson lesson, double prediction)
    {
        if (!lesson.State.Overlays.HasFlag(Overlays.Heart) || lesson.Radiograph is not { } radiograph)
        {
            return new(Met: false, "The heart isn’t marked yet.");
        }

        bool[] mask = radiograph.Mask(Structure.Heart, 0.5);
        int all = mask.Count(inside => inside);
        int right = 0;
        for (int i = 0; i < mask.Length; i++)
        {
            right += mask[i] && i % radiograph.Size >= radiograph.Size / 2 ? 1 : 0;
        }

        double share = (double)right / Math.Max(1, all);
        int outcome =
            share < 0.45 ? 0
            : share > 0.55 ? 1
            : 2;
        return new(
            Met: true,
            $"{share:P0} of the heart’s shadow lies in the right half of the image, which is the patient’s left. {Verdict(prediction == outcome)}"
        );
    }

    private static double Ratio(PhantomSetting a, PhantomSetting b) =>
        Math.Max(a.Detector.MAs, b.Detector.MAs) / Math.Min(a.Detector.MAs, b.Detector.MAs);

    private static string? Unclear(Measurement measurement) =>
        measurement.Contrast is not { } contrast
            ? "There is no rib with free lung beside it at this matrix size. Choose 128 or more."
        : measurement.ContrastError * LeastErrors > Math.Abs(contrast)
            ? "So few quanta arrive that the noise hides the contrast. Take more mAs, for both."
        : null;

    private static string Verdict(bool right) => right ? "As you predicted." : "Not as you predicted.";

    private static string Percent(double share) => $"{Numerals.Short(100 * share)} %";
}
