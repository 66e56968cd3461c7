using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>Keeps what a step reports.</summary>
internal sealed class FakeHost : IStepHost
{
    public List<(string Query, HistoryEntry Entry)> Reports { get; } = [];

    public int Arrivals { get; private set; }

    public void Report(string query, HistoryEntry entry) => Reports.Add((query, entry));

    public void Arrive() => Arrivals++;
}
