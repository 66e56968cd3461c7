using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>What step 9 shows.</summary>
public sealed record PipelineState : IStepState<PipelineState>
{
    /// <summary>No place of a map is farther from its corner, and no channel has a larger number: what is larger is cut to what there is.</summary>
    public const int MostPlace = 2047;

    // Of these the network is sure, but not so sure that every gradient is next to nothing.
    private const int StartNumber = 27;

    // Within the right lung of most patients, in pixels of the trained network's image.
    private const int HomeRow = 36;
    private const int HomeColumn = 20;

    /// <summary>Seeds of random weights go from 1 to this.</summary>
    public const int MostSeed = 999;

    /// <summary>The lowest share of a map's largest value at which it can be cut, in percent.</summary>
    public const int LeastCut = 5;

    /// <summary>The highest such share.</summary>
    public const int MostCut = 95;

    /// <inheritdoc/>
    public static PipelineState Default { get; } = new();

    /// <summary>Whose stages are shown.</summary>
    public Architecture Architecture { get; init; }

    /// <summary>The chosen stage, from 0; null until one is chosen.</summary>
    public int? Stage { get; init; }

    /// <summary>Which way the sample goes.</summary>
    public Direction Direction { get; init; }

    /// <summary>Whether the patient is one that the model learned from, or was chosen by, or never saw.</summary>
    public SetPart Part { get; init; } = SetPart.Test;

    /// <summary>Which patient of that part and of those with or without pneumonia, from 1.</summary>
    public int Number { get; init; } = StartNumber;

    /// <summary>Whether the patient has pneumonia.</summary>
    public bool Pneumonia { get; init; } = true;

    /// <summary>The map that is shown large, from 0.</summary>
    public int Channel { get; init; }

    /// <summary>Row of the chosen place.</summary>
    public int Row { get; init; } = Home(stage: null).Row;

    /// <summary>Column of the chosen place.</summary>
    public int Column { get; init; } = Home(stage: null).Column;

    /// <summary>Whether each map's colours are full at its own largest number, and not at the stage's.</summary>
    public bool OwnScale { get; init; } = true;

    /// <summary>How the saliency map is made.</summary>
    public SaliencyMethod Method { get; init; }

    /// <summary>Whose it is.</summary>
    public Weights Weights { get; init; }

    /// <summary>Decides the random weights.</summary>
    public int WeightSeed { get; init; } = 1;

    /// <summary>Where the map is cut to be compared with the mask, in percent of its largest value.</summary>
    public int Cut { get; init; } = 50;

    /// <summary>How many patients there are of a part and of one label.</summary>
    public static int MostNumber(SetPart part) => TrainedModel.Loaded.Record.Set.CountOf(part) / 2;

    /// <summary>
    /// The place that is chosen at a stage before anyone chooses: one of the right lung while there is a picture, then the first
    /// number; of the outputs, that of pneumonia.
    /// </summary>
    public static (int Row, int Column) Home(int? stage)
    {
        Networks.Shape shape = Pipeline.Trained.Stages[stage ?? 0].Output;
        Networks.Shape image = Pipeline.Trained.Spec.Input;
        return shape.IsVector
            ? (0, stage == Pipeline.StageCount - 1 ? 1 : 0)
            : (HomeRow * shape.Height / image.Height, HomeColumn * shape.Width / image.Width);
    }

    /// <inheritdoc/>
    public static PipelineState Read(QueryReader query)
    {
        SetPart part = query.Choice("part", Default.Part);
        int number = query.Whole("stage", 0, 0, Pipeline.StageCount);
        int? stage = number == 0 ? null : number - 1;
        (int row, int column) = Home(stage);
        return new()
        {
            Architecture = query.Choice("net", Default.Architecture),
            Stage = stage,
            Direction = query.Choice("way", Default.Direction),
            Part = part,
            Number = query.Whole("n", Default.Number, 1, MostNumber(part)),
            Pneumonia = query.Flag("ill", Default.Pneumonia),
            Channel = query.Whole("map", Default.Channel, 0, MostPlace),
            Row = query.Whole("row", row, 0, MostPlace),
            Column = query.Whole("col", column, 0, MostPlace),
            OwnScale = query.Flag("own", Default.OwnScale),
            Method = query.Choice("by", Default.Method),
            Weights = query.Choice("weights", Default.Weights),
            WeightSeed = query.Whole("seed", Default.WeightSeed, 1, MostSeed),
            Cut = query.Whole("cut", Default.Cut, LeastCut, MostCut),
        };
    }

    /// <inheritdoc/>
    public void Write(QueryWriter query) =>
        query
            .Choice("net", Architecture, Default.Architecture)
            .Number("stage", Stage is { } stage ? stage + 1 : 0, 0)
            .Choice("way", Direction, Default.Direction)
            .Choice("part", Part, Default.Part)
            .Number("n", Number, Default.Number)
            .Flag("ill", Pneumonia, Default.Pneumonia)
            .Number("map", Channel, Default.Channel)
            .Number("row", Row, Home(Stage).Row)
            .Number("col", Column, Home(Stage).Column)
            .Flag("own", OwnScale, Default.OwnScale)
            .Choice("by", Method, Default.Method)
            .Choice("weights", Weights, Default.Weights)
            .Number("seed", WeightSeed, Default.WeightSeed)
            .Number("cut", Cut, Default.Cut);
}
