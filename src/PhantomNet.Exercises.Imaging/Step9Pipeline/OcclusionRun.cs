using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Inspection;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>An occlusion map in the making: hundreds of covered images, run in slices.</summary>
/// <param name="frames">Gives the pace.</param>
/// <param name="runners">Make what runs them.</param>
/// <param name="ticked">Told after each slice.</param>
public sealed class OcclusionRun(IFrameClock frames, INetworkRunnerFactory runners, Action ticked)
{
    private PacedRunner? _runner;
    private int _run;

    /// <summary>Whether one is being made.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Images done.</summary>
    public int Done { get; private set; }

    /// <summary>Seed of the weights that it is for; 0 for the trained ones.</summary>
    public int Seed { get; private set; }

    /// <summary>What covers the patches.</summary>
    public SaliencyMethod Method { get; private set; }

    /// <summary>Images of a whole map: each place of the patch, and the image uncovered.</summary>
    public static int Total
    {
        get
        {
            NetworkSpec spec = Pipeline.Trained.Spec;
            // As many places as it takes to cover the last pixel.
            int places = ((spec.Input.Width - SaliencyMaps.Cover.PatchSize - 1) / SaliencyMaps.Cover.Stride) + 2;
            return (places * places) + 1;
        }
    }

    /// <summary>Makes one; null if it was stopped.</summary>
    public async Task<SaliencyMap?> MakeAsync(SaliencyMethod method, int seed, float[] parameters, PatientShot shot)
    {
        NetworkSpec spec = Pipeline.Trained.Spec;
        int run = ++_run;
        (IsRunning, Done, Method, Seed) = (true, 0, method, seed);
        try
        {
            // The runner wants samples to train on, and will see none of them.
            SampleSet sample = SampleSet.OfClasses(spec.Input, shot.Input, [shot.Patient.Label]);
            INetworkRunner inner = await runners.CreateAsync(spec, new TrainingSettings(new Sgd(1), 1), sample, parameters);
            await using PacedRunner runner = new(inner, frames, Count);
            if (run != _run)
            {
                return null;
            }

            _runner = runner;
            ReadOnlyMemory<float> cover = method == SaliencyMethod.Healthy ? shot.HealthyInput : default;
            SaliencyMap places = await SaliencyMaps.Cover.MapAsync(runner, shot.Input, SaliencyMaps.Asked, cover);
            return run == _run ? SaliencyMaps.PerPixel(places, spec.Input) : null;
        }
        catch (OperationCanceledException)
        {
            return null;
        }
        finally
        {
            if (run == _run)
            {
                IsRunning = false;
                _runner = null;
            }
        }
    }

    /// <summary>Gives up the one under way.</summary>
    public void Stop()
    {
        if (IsRunning)
        {
            _run++;
            IsRunning = false;
            _runner?.Stop();
            _runner = null;
        }
    }

    private void Count(int images)
    {
        if (IsRunning)
        {
            Done += images;
            ticked();
        }
    }
}
