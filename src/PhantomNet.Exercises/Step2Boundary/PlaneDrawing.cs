using PhantomNet.Exercises.Shared;
using PhantomNet.Networks;

namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>Keeps a field up to date, some rows a frame, so that a large network doesn't hold up the page.</summary>
internal sealed class PlaneDrawing : IDisposable
{
    private const double MsPerFrame = 5;

    private readonly PlaneField _field;
    private readonly TrainingLoop _loop;
    private Network? _network;
    private bool _isOld;

    /// <summary>Starts with nothing to draw.</summary>
    /// <param name="field">What is kept up to date.</param>
    /// <param name="frames">Gives the pace.</param>
    /// <param name="drawn">Called after the rows of a frame.</param>
    public PlaneDrawing(PlaneField field, IFrameClock frames, Action drawn)
    {
        _field = field;
        _loop = new TrainingLoop(
            frames,
            MsPerFrame,
            (rows, _) => new(DrawRows(rows)),
            () =>
            {
                drawn();
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Draws this network, or none.</summary>
    public void Take(Network? network)
    {
        // At once: a pass through another network's neurons can't be finished with this one's.
        if (network is not null && !network.Spec.Equals(_network?.Spec))
        {
            _field.Restart(network);
        }

        _network = network;
    }

    /// <summary>Draws again, since the parameters have changed.</summary>
    public Task RedrawAsync()
    {
        _isOld = true;
        return _loop.RunAsync();
    }

    /// <inheritdoc/>
    public void Dispose() => _loop.Dispose();

    private int DrawRows(int rows)
    {
        if (_network is null)
        {
            return 0;
        }

        // A pass under way is finished first, with whatever parameters it meets: the picture never waits for a calm moment.
        if (_field.IsComplete && _isOld)
        {
            _isOld = false;
            _field.Restart(_network);
        }

        return _field.Advance(_network, rows);
    }
}
