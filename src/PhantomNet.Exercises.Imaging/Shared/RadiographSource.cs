using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Shared;

/// <summary>Makes one radiograph after another, in slices between frames; a new wish abandons the one under way and takes over what is the same.</summary>
public sealed class RadiographSource : IDisposable
{
    private const double MsPerFrame = 8;

    private readonly Structure[] _maps;
    private readonly TrainingLoop _loop;
    private readonly Action<Radiograph> _taken;
    private Acquisition? _acquisition;

    /// <summary>Starts with none.</summary>
    /// <param name="frames">Gives the pace.</param>
    /// <param name="maps">The structures whose thickness is wanted.</param>
    /// <param name="taken">Called when one is finished.</param>
    public RadiographSource(IFrameClock frames, Structure[] maps, Action<Radiograph> taken)
    {
        _maps = maps;
        _loop = new TrainingLoop(frames, MsPerFrame, (rows, _) => new(Advance(rows)), () => Task.CompletedTask);
        _taken = taken;
    }

    /// <summary>Asks for one; the task ends when it, or a later one, is there, and carries what went wrong.</summary>
    public Task TakeAsync(RadiographSettings settings)
    {
        _acquisition = new Acquisition(settings, _maps, _acquisition);
        return _loop.RunAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private int Advance(int rows)
    {
        if (_acquisition is not { IsComplete: false } acquisition)
        {
            return 0;
        }

        int done = acquisition.Advance(Math.Min(rows, 8));
        if (acquisition.IsComplete)
        {
            _taken(acquisition.Result());
        }

        return done;
    }
}
