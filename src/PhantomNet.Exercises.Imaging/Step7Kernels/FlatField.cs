using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Images;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Exercises.Imaging.Step7Kernels;

/// <summary>A uniform block in the beam, exposed again and again.</summary>
internal sealed class FlatField
{
    private readonly Beam _beam;
    private readonly Detector _detector;
    private readonly OpenBeam _open;
    private readonly DetectorStages _stages;
    private readonly float[] _fraction;
    private readonly float[] _energy;

    public FlatField(double mAs, int size, double softGPerCm2, FlatField? before)
    {
        RadiographSettings settings = new() { Image = new(size), Detector = new DetectorSettings(mAs) };
        _beam = before?._beam ?? Acquisition.BeamOf(new TubeSettings());
        (double fraction, double energy) = _beam.Transmit(softGPerCm2, 0, 0);
        _fraction = before?._fraction ?? Uniform(size, fraction);
        _energy = before?._energy ?? Uniform(size, energy);
        _stages = before?._stages ?? new DetectorStages(size);
        _detector = new Detector(settings.Detector, size, settings.PixelPitchMm);
        _open = OpenBeam.Of(
            _beam.DetectedPhotonsPerMm2PerMAs,
            _beam.OpenMeanDetectedEnergyKeV,
            mAs,
            settings.Geometry.SourceToDetectorCm,
            settings.PixelPitchMm
        );
    }

    public (float[] Log, double Quanta) Expose(int noiseSeed)
    {
        _detector.Start(_fraction, _energy, _open, noiseSeed, _stages).Advance(Exposure.Passes * _stages.Size);
        return ((float[])_stages.LogSignal.Clone(), _stages.CountedQuanta.Average());
    }

    private static float[] Uniform(int size, double value)
    {
        float[] values = new float[size * size];
        Array.Fill(values, (float)value);
        return values;
    }
}
