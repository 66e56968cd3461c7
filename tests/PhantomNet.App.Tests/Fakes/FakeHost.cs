using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Tests.Fakes;

/// <summary>A page that counts how often it is told that a heading is there.</summary>
internal sealed class FakeHost : IStepHost
{
    public int Arrivals { get; private set; }

    public void Report(string query, HistoryEntry entry) { }

    public void Arrive() => Arrivals++;
}
