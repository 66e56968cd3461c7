using System.Globalization;
using PhantomNet.Networks.Metrics;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>How the trained model came about and how well it did, as its file says.</summary>
/// <param name="SetSeed">Decides the patients of all parts, which share none.</param>
/// <param name="NoiseSeed">Decides the noise of the images.</param>
/// <param name="TrainingCount">Patients that it learned from.</param>
/// <param name="ValidationCount">Patients that chose the epoch that was kept.</param>
/// <param name="TestCount">Patients that it never saw, and that nothing was chosen by.</param>
/// <param name="PneumoniaShare">Share of pneumonia in each part.</param>
/// <param name="Mean">Of the training images' pixels within their windows.</param>
/// <param name="StandardDeviation">Of the same pixels.</param>
public sealed record TrainingRecord(
    int SetSeed,
    int NoiseSeed,
    int TrainingCount,
    int ValidationCount,
    int TestCount,
    double PneumoniaShare,
    double Mean,
    double StandardDeviation
)
{
    /// <summary>Decides the first weights, the order of the samples, and what drops out.</summary>
    public required int TrainingSeed { get; init; }

    /// <summary>The rule of the updates, with its learning rate.</summary>
    public required string Optimizer { get; init; }

    public required double LearningRate { get; init; }

    public required int BatchSize { get; init; }

    /// <summary>λ of ½ λ Σ w².</summary>
    public required double L2 { get; init; }

    /// <summary>The chance with which each element before the dense layers dropped out in training; in use none does.</summary>
    public required double Dropout { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept: that with the least loss on the validation patients.</summary>
    public required int KeptEpoch { get; init; }

    /// <summary>That loss, the mean cross-entropy.</summary>
    public required double ValidationLoss { get; init; }

    /// <summary>On the test patients, of the weights as stored.</summary>
    public required AucEstimate TestAuc { get; init; }

    /// <summary>On the test patients: pneumonia is called where its score is above one half.</summary>
    public required ConfusionMatrix TestCalls { get; init; }

    /// <summary>All settings of the patients and images, test patients included: <see cref="PhantomSetSettings.Of"/> gives each.</summary>
    public PhantomSetSettings Set =>
        new()
        {
            Seed = SetSeed,
            NoiseSeed = NoiseSeed,
            TrainingCount = TrainingCount,
            ValidationCount = ValidationCount,
            TestCount = TestCount,
            PneumoniaShare = PneumoniaShare,
        };

    /// <summary>As notes of the model's file.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> ToNotes() =>
        [
            new("set-seed", Text(SetSeed)),
            new("noise-seed", Text(NoiseSeed)),
            new("training-patients", Text(TrainingCount)),
            new("validation-patients", Text(ValidationCount)),
            new("test-patients", Text(TestCount)),
            new("pneumonia-share", Text(PneumoniaShare)),
            new("pixel-mean", Text(Mean)),
            new("pixel-standard-deviation", Text(StandardDeviation)),
            new("training-seed", Text(TrainingSeed)),
            new("optimizer", Optimizer),
            new("learning-rate", Text(LearningRate)),
            new("batch-size", Text(BatchSize)),
            new("l2", Text(L2)),
            new("dropout", Text(Dropout)),
            new("epochs", Text(Epochs)),
            new("kept-epoch", Text(KeptEpoch)),
            new("validation-loss", Text(ValidationLoss)),
            new("test-auc", Text(TestAuc.Area)),
            new("test-auc-standard-error", Text(TestAuc.StandardError)),
            new("test-true-positives", Text(TestCalls.TruePositives)),
            new("test-false-positives", Text(TestCalls.FalsePositives)),
            new("test-true-negatives", Text(TestCalls.TrueNegatives)),
            new("test-false-negatives", Text(TestCalls.FalseNegatives)),
        ];

    /// <summary>From the notes of the model's file.</summary>
    /// <exception cref="InvalidDataException">A note is missing or no number.</exception>
    public static TrainingRecord FromNotes(IReadOnlyList<KeyValuePair<string, string>> notes)
    {
        return new TrainingRecord(
            Whole("set-seed"),
            Whole("noise-seed"),
            Whole("training-patients"),
            Whole("validation-patients"),
            Whole("test-patients"),
            Number("pneumonia-share"),
            Number("pixel-mean"),
            Number("pixel-standard-deviation")
        )
        {
            TrainingSeed = Whole("training-seed"),
            Optimizer = Note("optimizer"),
            LearningRate = Number("learning-rate"),
            BatchSize = Whole("batch-size"),
            L2 = Number("l2"),
            Dropout = Number("dropout"),
            Epochs = Whole("epochs"),
            KeptEpoch = Whole("kept-epoch"),
            ValidationLoss = Number("validation-loss"),
            TestAuc = new AucEstimate(Number("test-auc"), Number("test-auc-standard-error")),
            TestCalls = new ConfusionMatrix(
                Whole("test-true-positives"),
                Whole("test-false-positives"),
                Whole("test-true-negatives"),
                Whole("test-false-negatives")
            ),
        };

        string Note(string word) =>
            notes.FirstOrDefault(note => note.Key == word).Value
            ?? throw new InvalidDataException($"The model's file has no note “{word}”. Train it anew.");

        double Number(string word) =>
            double.TryParse(Note(word), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            && double.IsFinite(value)
                ? value
                : throw new InvalidDataException(
                    $"The note “{word}” of the model's file is “{Note(word)}”; it must be a number."
                );

        int Whole(string word) =>
            int.TryParse(Note(word), NumberStyles.Integer, CultureInfo.InvariantCulture, out int value)
                ? value
                : throw new InvalidDataException(
                    $"The note “{word}” of the model's file is “{Note(word)}”; it must be a whole number."
                );
    }

    // The shortest text that reads back as the same number.
    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
