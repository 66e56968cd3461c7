using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>What step 4 shows.</summary>
public sealed record LayersState : IStepState<LayersState>
{
    /// <summary>Convolutional layers, at least and at most.</summary>
    public const int MinLayers = 1;

    /// <inheritdoc cref="MinLayers"/>
    public const int MaxLayers = 5;

    /// <summary>Filters of each layer, at least and at most.</summary>
    public const int MinFilters = 2;

    /// <inheritdoc cref="MinFilters"/>
    public const int MaxFilters = 8;

    /// <summary>Patients are numbers from 1 to this; each has a radiograph without and one with pneumonia.</summary>
    public const int MaxPatient = 200;

    /// <summary>Sizes of the survey that are offered, in test patients.</summary>
    public static IReadOnlyList<int> Surveys { get; } = [60, 120, 240];

    /// <inheritdoc/>
    public static LayersState Default { get; } = new();

    /// <summary>Convolutional layers of the network on the stage.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Filters of each.</summary>
    public int Filters { get; init; } = 4;

    /// <summary>Whether a 2×2 max pool follows each layer.</summary>
    public bool Pooled { get; init; } = true;

    /// <summary>The layer that is looked at, from 1; never above <see cref="Layers"/>.</summary>
    public int Layer { get; init; } = 2;

    /// <summary>The pixel that is pointed at.</summary>
    public int Row { get; init; } = 36;

    /// <inheritdoc cref="Row"/>
    public int Column { get; init; } = 20;

    /// <summary>Which patient, from 1.</summary>
    public int Patient { get; init; } = 1;

    /// <summary>Whether the patient has pneumonia.</summary>
    public bool Ill { get; init; } = true;

    /// <summary>The designed map that is shown large: an index into <see cref="DesignedMap.All"/>.</summary>
    public int Map { get; init; } = DesignedMap.FirstPart;

    /// <summary>The true mask that maps are compared with.</summary>
    public TrueMask Mask { get; init; } = TrueMask.Lungs;

    /// <summary>Whether the network looked into is the untrained one.</summary>
    public bool Untrained { get; init; }

    /// <summary>The unit that is looked into, counted from 0 over all blocks.</summary>
    public int Unit { get; init; } = InnerUnits.First(block: 2);

    /// <summary>How many test patients the survey has.</summary>
    public int Survey { get; init; } = Surveys[0];

    /// <inheritdoc/>
    public static LayersState Read(QueryReader query)
    {
        int layers = query.Whole("layers", Default.Layers, MinLayers, MaxLayers);
        int survey = query.Whole("survey", Default.Survey, Surveys[0], Surveys[^1]);
        return new()
        {
            Layers = layers,
            Filters = query.Whole("filters", Default.Filters, MinFilters, MaxFilters),
            Pooled = query.Flag("pool", Default.Pooled),
            Layer = Math.Min(query.Whole("layer", Default.Layer, MinLayers, MaxLayers), layers),
            Row = query.Whole("row", Default.Row, 0, Architecture.Side - 1),
            Column = query.Whole("column", Default.Column, 0, Architecture.Side - 1),
            Patient = query.Whole("patient", Default.Patient, 1, MaxPatient),
            Ill = query.Flag("ill", Default.Ill),
            Map = query.Whole("map", Default.Map, 0, DesignedMap.All.Count - 1),
            Mask = query.Choice("mask", Default.Mask),
            Untrained = query.Flag("untrained", Default.Untrained),
            Unit = query.Whole("unit", Default.Unit, 0, InnerUnits.Count - 1),
            Survey = Surveys.Contains(survey) ? survey : Default.Survey,
        };
    }

    /// <inheritdoc/>
    public void Write(QueryWriter query) =>
        query
            .Number("layers", Layers, Default.Layers)
            .Number("filters", Filters, Default.Filters)
            .Flag("pool", Pooled, Default.Pooled)
            .Number("layer", Layer, Math.Min(Default.Layer, Layers))
            .Number("row", Row, Default.Row)
            .Number("column", Column, Default.Column)
            .Number("patient", Patient, Default.Patient)
            .Flag("ill", Ill, Default.Ill)
            .Number("map", Map, Default.Map)
            .Choice("mask", Mask, Default.Mask)
            .Flag("untrained", Untrained, Default.Untrained)
            .Number("unit", Unit, Default.Unit)
            .Number("survey", Survey, Default.Survey);
}
