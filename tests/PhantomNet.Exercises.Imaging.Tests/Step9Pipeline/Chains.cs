using PhantomNet.Exercises.Imaging.Shared;
using PhantomNet.Exercises.Imaging.Step9Pipeline;
using PhantomNet.Exercises.Imaging.Tests.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Tests.Step9Pipeline;

/// <summary>A patient's way through the network, made once for all tests.</summary>
internal static class Chains
{
    private static readonly Lazy<PatientShot> _shot = new(() => Take(PatientChoice.Of(PipelineState.Default)));

    private static readonly Lazy<LayerChain> _trained = new(() => Complete(TrainedModel.Loaded.Parameters));

    public static PatientShot Shot => _shot.Value;

    public static LayerChain Trained => _trained.Value;

    public static LayerChain Random(int seed) => Complete(Initialiser.Parameters(TrainedModel.Loaded.Spec, seed));

    public static PatientShot Take(PatientChoice patient)
    {
        Radiograph radiograph = Acquisition.Take(patient.Settings, Structure.Lesion);
        return new PatientShot(patient, radiograph, Acquisition.Take(PatientShot.Healthy(radiograph), Structure.Lesion));
    }

    private static LayerChain Complete(float[] parameters)
    {
        NetworkSpec spec = TrainedModel.Loaded.Spec;
        using ModelRunner runner = new(new TextbookRunnerFactory(), LayerChain.Traced(spec), parameters);
        BatchTrace trace = AtOnce.Get(runner.TraceAsync(parameters, Shot.Input, Shot.Patient.Label));
        return new LayerChain(spec, parameters, Shot.Input, trace);
    }
}
