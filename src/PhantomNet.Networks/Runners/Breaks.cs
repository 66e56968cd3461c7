namespace PhantomNet.Networks.Runners;

/// <summary>Breaks in long work on a thread that has other things to do: a page's.</summary>
/// <param name="nowMs">Tells the time.</param>
public sealed class Breaks(Func<double> nowMs)
{
    private const double MostMsAtOnce = 8;

    private double _since = nowMs();

    /// <summary>To be awaited after each piece of the work: lets the thread's other work come in if the last break is long ago.</summary>
    public async Task TakeAsync()
    {
        if (nowMs() - _since > MostMsAtOnce)
        {
            await Task.Delay(1);
            _since = nowMs();
        }
    }
}
