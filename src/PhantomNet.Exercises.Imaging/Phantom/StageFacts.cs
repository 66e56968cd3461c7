namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What a stage is called, in which unit it is, and what it shows.</summary>
/// <param name="Name">On its button.</param>
/// <param name="Title">In full.</param>
/// <param name="Unit">Of its values.</param>
/// <param name="Says">What is seen.</param>
public sealed record StageFacts(string Name, string Title, string Unit, string Says)
{
    /// <summary>Of a stage.</summary>
    public static StageFacts Of(PhantomStage stage) =>
        stage switch
        {
            PhantomStage.Soft => new(
                "soft tissue",
                "Soft tissue along the rays",
                "g/cm²",
                "Thickness times density of all soft tissue that a pixel’s rays meet, their mean. Bright: much."
            ),
            PhantomStage.Lung => new(
                "lung",
                "Lung along the rays",
                "g/cm²",
                "Lung is mostly air: long paths through it, little mass. A consolidation puts fluid in the place of air, so the mass rises."
            ),
            PhantomStage.Bone => new(
                "bone",
                "Bone along the rays",
                "g/cm²",
                "Spine, ribs, collarbones, shoulder blades and breastbone, without anything in front or behind."
            ),
            PhantomStage.Primary => new(
                "primary quanta",
                "Primary quanta per pixel, expected",
                "quanta",
                "The mean number of unscattered photons that a pixel detects, behind the grid if there is one. Bright: many, so lungs are bright here."
            ),
            PhantomStage.Counted => new(
                "counted quanta",
                "Counted quanta per pixel",
                "quanta",
                "What a pixel counted: a whole number from the Poisson distribution around primary plus scattered quanta."
            ),
            PhantomStage.Signal => new(
                "signal",
                "Signal per pixel",
                "keV",
                "The detector adds up energy: counted quanta times their mean energy, which is higher behind more tissue."
            ),
            PhantomStage.Blurred => new(
                "blurred",
                "Signal after the detector’s blur",
                "keV",
                "Light spreads in the scintillator before it is read: edges soften, and the noise of neighbouring pixels becomes alike."
            ),
            PhantomStage.Log => new(
                "log signal",
                "Log signal, all of it",
                "−ln",
                "−ln of the blurred signal over that of the open beam: 0 where nothing is in the beam, larger where more is."
            ),
            _ => new(
                "shown",
                "Radiograph",
                "−ln",
                "The log signal within the window. Bright: little got through. The patient’s left is at the image’s right."
            ),
        };
}
