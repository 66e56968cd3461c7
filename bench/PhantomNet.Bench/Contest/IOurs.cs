using PhantomNet.Bench.Cases;

namespace PhantomNet.Bench.Contest;

/// <summary>Our compiled networks, which can also be measured in parts.</summary>
internal interface IOurs : IContestant
{
    /// <summary>Nanoseconds of a call to one layer's function.</summary>
    Task<double> TimeAsync(double ms, string function);

    /// <summary>Calls a second.</summary>
    Task<double> PeakAsync(double ms, PeakModule module);
}
