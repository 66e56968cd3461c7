using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>A patient of the model's data.</summary>
/// <param name="Part">What that part of the data was for.</param>
/// <param name="Number">From 1, among those of the part with the same label.</param>
/// <param name="Label">0 Normal, 1 Pneumonia.</param>
public readonly record struct PatientChoice(SetPart Part, int Number, int Label)
{
    /// <summary>The patient of a state.</summary>
    public static PatientChoice Of(PipelineState state) => new(state.Part, state.Number, state.Pneumonia ? 1 : 0);

    /// <summary>What decides the radiograph: the same as when the model was trained and tested.</summary>
    // Of each two images of a part the first is normal, the second ill.
    public RadiographSettings Settings => TrainedModel.Loaded.Record.Set.Of(Part, (2 * (Number - 1)) + Label);

    /// <summary>What the model has to do with this patient.</summary>
    public string Standing =>
        Part switch
        {
            SetPart.Training => "a training patient: the model learned from this very radiograph",
            SetPart.Validation => "a validation patient: not learned from, but used to choose when to stop",
            _ => "a test patient: the model never saw this radiograph",
        };
}
