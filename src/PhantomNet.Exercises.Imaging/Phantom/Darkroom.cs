using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>
/// Makes the radiograph that is asked for, a few rows at a time. A new wish overtakes the one under way and takes over what stays the same, unless that one
/// is about to be finished anyway: then it is shown first, so that a slider that keeps moving never leaves the screen without news.
/// </summary>
/// <param name="nowMs">The clock.</param>
public sealed class Darkroom(Func<double> nowMs)
{
    /// <summary>What is finished within so much time isn't abandoned.</summary>
    public const double PatienceMs = 250;

    private static readonly Structure[] _maps =
    [
        Structure.Lesion,
        Structure.RightLung,
        Structure.LeftLung,
        Structure.Heart,
        Structure.Ribs,
    ];

    private Acquisition? _acquisition;
    private RadiographSettings? _next;
    private bool _isOvertaken;
    private double _startedMs;
    private bool _isWhole;
    private double _msPerPixel;

    /// <summary>The last one that was finished; null before the first.</summary>
    public Radiograph? Latest { get; private set; }

    /// <summary>Whether there is more to do.</summary>
    public bool IsBusy => _acquisition is { IsComplete: false } || _next is not null;

    /// <summary>About which share of the one under way is done, 0 to 1.</summary>
    public double Progress => IsUnderWay ? _acquisition!.Progress : 0;

    /// <summary>How long the one under way has taken so far.</summary>
    public double ElapsedMs => IsBusy ? nowMs() - _startedMs : 0;

    /// <summary>How many were abandoned for a newer one.</summary>
    public int Abandoned { get; private set; }

    /// <summary>Asks for one; asked again for the same, nothing happens.</summary>
    public void Ask(RadiographSettings settings)
    {
        if (settings == (_next ?? _acquisition?.Settings))
        {
            return;
        }

        // The one under way goes on only if it is about to be finished.
        _isOvertaken = _acquisition is { IsComplete: false } && !IsNearlyDone;
        _next = settings;
        _startedMs = IsUnderWay ? _startedMs : nowMs();
    }

    /// <summary>Starts on the one that was asked for last, unless it is under way already.</summary>
    /// <returns>1 for a start, which takes about as long as some rows; 0 when there is none to start.</returns>
    public int Start()
    {
        if (IsUnderWay || _next is not { } next)
        {
            return 0;
        }

        Abandoned += _isOvertaken ? 1 : 0;
        _isOvertaken = false;
        _next = null;
        _startedMs = nowMs();
        _acquisition = new Acquisition(next, _maps, _acquisition);
        _isWhole = _acquisition.Progress == 0;
        return 1;
    }

    /// <summary>Does up to so many rows of the one under way.</summary>
    /// <returns>How many it did; 0 when none is.</returns>
    public int Advance(int rows)
    {
        if (!IsUnderWay)
        {
            return 0;
        }

        int did = _acquisition!.Advance(rows);
        if (_acquisition.IsComplete)
        {
            Latest = _acquisition.Result();
            double pixels = (double)Latest.Size * Latest.Size;
            _msPerPixel = _isWhole ? (nowMs() - _startedMs) / pixels : _msPerPixel;
        }

        return did;
    }

    private bool IsUnderWay => !_isOvertaken && _acquisition is { IsComplete: false };

    // At the pace so far; before there is one, at that of the last one that took nothing over. Of the very first nothing is known: it is shown.
    private bool IsNearlyDone
    {
        get
        {
            double progress = Progress;
            double size = _acquisition!.Settings.Image.Size;
            double wholeMs = progress > 0.2 ? ElapsedMs / progress : _msPerPixel * size * size;
            return wholeMs * (1 - progress) < PatienceMs;
        }
    }
}
