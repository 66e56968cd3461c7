using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>The tasks of step 4, each checked against the live lesson.</summary>
internal static class LayersTasks
{
    /// <summary>Patients without which a survey says too little.</summary>
    public const int EnoughPatients = 60;

    /// <summary>From here on a unit is said to match a part of the anatomy.</summary>
    public const double Match = 0.9;

    public static IReadOnlyList<LessonTask> For(LayersLesson lesson) =>
        [Sight(lesson), Filters(lesson), Anatomy(lesson), Silence(lesson)];

    private static LessonTask Sight(LayersLesson lesson) =>
        new(
            "sight",
            "How far does layer 3 see?",
            new NumberPrediction(
                "Every layer looks through 3×3 windows, and a 2×2 max pool follows each. How many rows of the radiograph can one place of layer 3 depend on?",
                1,
                Architecture.Side,
                "rows"
            ),
            "Three layers or more, with pooling: look at layer 3, and point at the middle of the radiograph.",
            prediction => ObserveSight(lesson, prediction),
            new Explanation(
                "Why is that more than three layers see without pooling?",
                new Answer(
                    "After a pool, neighbours on a map lie twice as far apart on the image, so the next 3×3 window reaches twice as far.",
                    IsRight: true,
                    "Each 3×3 window adds two steps to what is seen; the steps are 1, 2, 4 … pixels long after 0, 1, 2 … pools, and each pool adds one."
                ),
                new Answer(
                    "Pooling makes the filters larger.",
                    IsRight: false,
                    "They stay 3×3: the count of weights is the same with and without pooling, but for the last layer."
                ),
                new Answer(
                    "Pooling mixes the whole image into every place.",
                    IsRight: false,
                    "Each pooled number comes from a 2×2 window of the map before it, and from nowhere else."
                )
            )
        );

    private static Observation ObserveSight(LayersLesson lesson, double prediction)
    {
        if (lesson.State is not { Pooled: true, Layer: 3 })
        {
            return new(Met: false, "Choose at least three layers, pooling, and layer 3 to look at.");
        }

        long seen = lesson.Architecture.Sight(3).Size;
        string verdict =
            prediction == seen ? "As you predicted."
            : prediction == new Architecture(3, 2, pooled: false).Sight(3).Size
                ? "That is what three layers see without pooling: two more each."
            : prediction is 9 or 27 ? "Windows don’t multiply: neighbouring ones overlap, and each layer adds to what is seen."
            : "Your number was another.";
        return new(
            Met: true,
            $"{verdict} One place of layer 3 sees {seen} × {seen} pixels, by the spec; fewer at the image’s edge."
        );
    }

    private static LessonTask Filters(LayersLesson lesson) =>
        new(
            "filters",
            "Twice the filters",
            new ChoicePrediction(
                "Go from 4 to 8 filters in every layer. What becomes of the number of parameters of layer 2?",
                "It stays as it is",
                "It doubles",
                "It grows about fourfold"
            ),
            "Set 8 filters, with two layers or more, and look at layer 2.",
            prediction => ObserveFilters(lesson, prediction),
            new Explanation(
                "Why?",
                new Answer(
                    "There are twice as many filters, and each spans twice as many maps.",
                    IsRight: true,
                    "A filter of layer 2 is a stack of 3×3 weights, one sheet for every map of layer 1, and a bias."
                ),
                new Answer(
                    "A filter is nine weights, and there are twice as many filters.",
                    IsRight: false,
                    "Nine weights for each map that comes in. Only in layer 1, with its one input, is a filter nine weights."
                ),
                new Answer(
                    "The maps are larger.",
                    IsRight: false,
                    "The size of a map doesn’t enter: the same weights are used at every place."
                )
            )
        );

    private static Observation ObserveFilters(LayersLesson lesson, double prediction)
    {
        if (lesson.State is not { Filters: 8, Layer: 2 })
        {
            return new(Met: false, "Set 8 filters and look at layer 2.");
        }

        int now = lesson.Architecture.ParametersOf(2);
        int before = new Architecture(lesson.State.Layers, 4, lesson.State.Pooled).ParametersOf(2);
        string verdict = (int)prediction switch
        {
            2 => "As you predicted.",
            1 => "More than twice: each filter has grown as well.",
            _ => "It grows: there are more filters, and more maps for each to span.",
        };
        return new(
            Met: true,
            $"{verdict} With 4 filters layer 2 has {before} parameters, with 8 it has {now}: {Written.Fixed((double)now / before, 2)} times as many."
        );
    }

    private static LessonTask Anatomy(LayersLesson lesson) =>
        new(
            "anatomy",
            "Who finds anatomy?",
            new ChoicePrediction(
                $"Count the units whose maps match some part of the anatomy with an area of {Match} or more: in the trained network, and in the same network with random weights. Where are more?",
                "At least twice as many in the trained one",
                "About as many in both",
                "At least twice as many in the untrained one"
            ),
            $"Survey {EnoughPatients} test patients or more, and compare the two counts under “Is it anatomy?”.",
            prediction => ObserveAnatomy(lesson, prediction),
            new Explanation(
                "A trained unit’s map tells lung from all else with an area of 0.95. What follows?",
                new Answer(
                    "On these patients it is higher in lung than elsewhere. Whether training made it so, and whether the answer needs it, must be tested apart.",
                    IsRight: true,
                    "The untrained network is the test for the first, silencing the unit for the second."
                ),
                new Answer(
                    "The network has learned what a lung is.",
                    IsRight: false,
                    "Lungs are dark, and a filter with random weights can follow darkness. Look at the column of the untrained network."
                ),
                new Answer(
                    "The network finds pneumonia by looking at the lungs.",
                    IsRight: false,
                    "Overlap isn’t use. A unit can match the lungs and make no difference to the answer: silence it and see."
                )
            )
        );

    private static Observation ObserveAnatomy(LayersLesson lesson, double prediction)
    {
        PatientSurvey survey = lesson.Bench.Survey;
        if (survey.Done < EnoughPatients)
        {
            return new(Met: false, $"{EnoughPatients} test patients are wanted, {survey.Done} are through.");
        }

        int trained = survey.Trained.CountAbove(Match);
        int untrained = survey.Untrained.CountAbove(Match);
        int outcome =
            trained >= 2 * Math.Max(1, untrained) ? 0
            : untrained >= 2 * Math.Max(1, trained) ? 2
            : 1;
        string verdict = outcome == (int)prediction ? "As you predicted." : "It came out otherwise.";
        return new(
            Met: true,
            $"{verdict} {trained} of {InnerUnits.Count} units in the trained network and {untrained} in the untrained one, on {survey.Done} patients."
                + (outcome == 0 ? "" : " Matching anatomy is no proof of having learned it.")
        );
    }

    private static LessonTask Silence(LayersLesson lesson) =>
        new(
            "silence",
            "Which unit is needed?",
            new ChoicePrediction(
                "Silence one unit of block 3, any that you choose. How far does the accuracy on test patients move?",
                "By less than 5 percentage points",
                "By 5 to 20",
                "By more than 20"
            ),
            $"Survey {EnoughPatients} test patients or more, choose a unit of block 3, and silence it.",
            prediction => ObserveSilence(lesson, prediction),
            new Explanation(
                "Silencing a unit lowers the accuracy, and the AUC hardly moves. What has happened?",
                new Answer(
                    "All scores have shifted together: patients are still ranked alike, but the threshold no longer fits.",
                    IsRight: true,
                    "The AUC knows only the order of the scores. Move the threshold, and the accuracy comes back."
                ),
                new Answer(
                    "The network can’t tell ill from healthy any more.",
                    IsRight: false,
                    "Then the AUC would have fallen towards 0.5."
                ),
                new Answer(
                    "The unit was the one that finds pneumonia.",
                    IsRight: false,
                    "Without it pneumonia still scores above normal as often as before."
                )
            )
        );

    private static Observation ObserveSilence(LayersLesson lesson, double prediction)
    {
        SilenceResult? result = lesson.Bench.Silenced.FirstOrDefault(one =>
            InnerUnits.BlockOf(one.Unit) == 2 && one.After.Count >= EnoughPatients
        );
        if (result is null)
        {
            return new(Met: false, $"Silence a unit of block 3 for {EnoughPatients} patients or more.");
        }

        double moved = Math.Abs(result.PointsMoved);
        int outcome =
            moved < 5 ? 0
            : moved <= 20 ? 1
            : 2;
        string verdict = outcome == (int)prediction ? "As you predicted." : "It came out otherwise.";
        return new(
            Met: true,
            $"{verdict} Without unit {InnerUnits.Name(result.Unit)} the accuracy went from {Figures.Percent(result.Before.Accuracy)} to "
                + $"{Figures.Percent(result.After.Accuracy)}: {result.Lost} of {result.After.Count} patients lost, {result.Won} won."
                + (outcome == 0 ? " Others carry most of what it carried, for these patients." : "")
        );
    }
}
