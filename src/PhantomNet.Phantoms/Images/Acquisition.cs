using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Detectors;
using PhantomNet.Phantoms.Projection;
using PhantomNet.Phantoms.Spectra;

namespace PhantomNet.Phantoms.Images;

/// <summary>
/// A radiograph in the making, from the patient to the detector, in parts so small that a page stays alive meanwhile. What an earlier one computed from the
/// same settings is taken over: with only the exposure changed, no ray is cast again.
/// </summary>
public sealed class Acquisition
{
    // What a row of each stage takes, about, relative to a row of the detector's.
    private const int ProjectionWeight = 20;
    private const int TransmissionWeight = 6;

    private readonly Structure[] _maps;
    private readonly float[] _detectedFraction;
    private readonly float[] _meanEnergyKeV;
    private readonly DetectorStages _stages;
    private Beam? _beam;
    private OpenBeam? _open;
    private Projector? _projector;
    private float[] _rayFraction = [];
    private float[] _rayEnergy = [];
    private Exposure? _exposure;
    private int _transmittedRows;

    /// <summary>Starts before anything is set up.</summary>
    /// <param name="settings">What decides the radiograph.</param>
    /// <param name="maps">The structures whose thickness is wanted for each pixel.</param>
    /// <param name="before">An earlier acquisition, complete or not, to take over what is the same.</param>
    /// <exception cref="ArgumentException">A setting of the patient, the tube or the geometry can't be computed with.</exception>
    public Acquisition(RadiographSettings settings, IReadOnlyList<Structure> maps, Acquisition? before = null)
    {
        settings.Patient.Validate();
        settings.Disease?.Validate();
        settings.Geometry.Validate();
        settings.Tube.Validate();
        Settings = settings;
        _maps = [.. maps];
        int size = settings.Image.Size;
        bool sameTube = before?.Settings.Tube == settings.Tube;
        bool sameRays = before is not null && before.HasSameRays(this);
        bool sameFraction = sameRays && sameTube;
        _beam = sameTube ? before!._beam : null;
        _projector = sameRays ? before!._projector : null;
        _detectedFraction = sameFraction ? before!._detectedFraction : new float[size * size];
        _meanEnergyKeV = sameFraction ? before!._meanEnergyKeV : new float[size * size];
        _transmittedRows = sameFraction ? before!._transmittedRows : 0;
        _stages = new DetectorStages(size);
    }

    /// <summary>What decides the radiograph.</summary>
    public RadiographSettings Settings { get; }

    /// <summary>What the detector would get with nothing in the beam.</summary>
    public OpenBeam Open => _open ??= OpenBeamOf(Settings, Beam);

    /// <summary>Whether the radiograph is finished.</summary>
    public bool IsComplete => _exposure is { IsComplete: true };

    /// <summary>About which share of the work is done, 0 to 1; what was taken over is done.</summary>
    public double Progress =>
        (
            (ProjectionWeight * (_projector?.RowsDone ?? 0))
            + (TransmissionWeight * _transmittedRows)
            + (_exposure?.RowsDone ?? 0)
        ) / (double)(Settings.Image.Size * (ProjectionWeight + TransmissionWeight + Exposure.Passes));

    /// <summary>Takes one at once.</summary>
    public static Radiograph Take(RadiographSettings settings, params IReadOnlyList<Structure> maps)
    {
        Acquisition acquisition = new(settings, maps);
        while (!acquisition.IsComplete)
        {
            acquisition.Advance(settings.Image.Size);
        }

        return acquisition.Result();
    }

    /// <summary>Does up to so many rows of the stage that it is at. To set up the beam takes as long as a row, and so do the rays.</summary>
    /// <returns>How many it did; 0 when it is complete.</returns>
    /// <exception cref="ArgumentException">A setting can't be computed with.</exception>
    public int Advance(int rows)
    {
        if (_beam is null || _exposure is null)
        {
            SetUp();
            return 1;
        }

        if (!_projector!.IsComplete)
        {
            return _projector.Advance(rows);
        }

        int left = Settings.Image.Size - _transmittedRows;
        return left > 0 ? Transmit(Math.Min(rows, left)) : _exposure.Advance(rows);
    }

    /// <summary>The finished radiograph.</summary>
    /// <exception cref="InvalidOperationException">It isn't complete.</exception>
    public Radiograph Result() =>
        IsComplete
            ? new Radiograph(Settings, Beam, Open, _projector!, _stages, _maps)
            : throw new InvalidOperationException("The acquisition isn't complete. Advance it until it is.");

    /// <summary>The beam of these settings, as the detector's scintillator counts it.</summary>
    public static Beam BeamOf(TubeSettings tube)
    {
        TubeSpectrum spectrum = TubeSpectrum.Of(tube);
        return new Beam(spectrum, Scintillator.QuantumEfficiency(spectrum));
    }

    private Beam Beam => _beam ??= BeamOf(Settings.Tube);

    private static OpenBeam OpenBeamOf(RadiographSettings settings, Beam beam) =>
        OpenBeam.Of(
            beam.DetectedPhotonsPerMm2PerMAs,
            beam.OpenMeanDetectedEnergyKeV,
            settings.Detector.MAs,
            settings.Geometry.SourceToDetectorCm,
            settings.PixelPitchMm
        );

    // The beam in one go, the patient and the rays in another.
    private void SetUp()
    {
        if (_beam is null)
        {
            _beam = BeamOf(Settings.Tube);
            return;
        }

        int size = Settings.Image.Size;
        _projector ??= new Projector(
            Anatomy.Patient.Build(Settings.Patient, Settings.Disease),
            Settings.Geometry,
            size,
            Projector.DefaultSupersampling,
            _maps
        );
        int rays = _projector.Thickness.RaysPerRow;
        _rayFraction = new float[rays];
        _rayEnergy = new float[rays];
        _exposure = new Detector(Settings.Detector, size, Settings.PixelPitchMm).Start(
            _detectedFraction,
            _meanEnergyKeV,
            Open,
            Settings.NoiseSeed,
            _stages
        );
    }

    private bool HasSameRays(Acquisition other) =>
        Settings.Patient == other.Settings.Patient
        && Settings.Disease == other.Settings.Disease
        && Settings.Geometry == other.Settings.Geometry
        && Settings.Image.Size == other.Settings.Image.Size
        && _maps.AsSpan().SequenceEqual(other._maps);

    // A pixel counts what all its rays let through, and its mean energy is that of all those quanta.
    private int Transmit(int rows)
    {
        MassThickness thickness = _projector!.Thickness;
        int size = thickness.Size;
        int supersampling = thickness.Supersampling;
        int rays = thickness.RaysPerRow;
        float share = 1f / (supersampling * supersampling);
        for (int row = _transmittedRows; row < _transmittedRows + rows; row++)
        {
            Span<float> fraction = _detectedFraction.AsSpan(row * size, size);
            Span<float> energy = _meanEnergyKeV.AsSpan(row * size, size);
            fraction.Clear();
            energy.Clear();
            for (int i = 0; i < supersampling; i++)
            {
                int first = ((row * supersampling) + i) * rays;
                Beam.Table.Transmit(
                    thickness.SoftTissue.AsSpan(first, rays),
                    thickness.Lung.AsSpan(first, rays),
                    thickness.CorticalBone.AsSpan(first, rays),
                    _rayFraction,
                    _rayEnergy
                );
                Gather(_rayFraction, _rayEnergy, supersampling, fraction, energy);
            }

            for (int column = 0; column < size; column++)
            {
                energy[column] /= fraction[column];
                fraction[column] *= share;
            }
        }

        _transmittedRows += rows;
        return rows;
    }

    private static void Gather(
        float[] rayFraction,
        float[] rayEnergy,
        int supersampling,
        Span<float> fraction,
        Span<float> energy
    )
    {
        int ray = 0;
        for (int column = 0; column < fraction.Length; column++)
        {
            for (int j = 0; j < supersampling; j++, ray++)
            {
                fraction[column] += rayFraction[ray];
                energy[column] += rayFraction[ray] * rayEnergy[ray];
            }
        }
    }
}
