using PhantomNet.Exercises.Shared;

namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>A page that remembers what it was told.</summary>
public sealed class FakeHost : IStepHost
{
    public IList<(string Query, HistoryEntry Entry)> Reports { get; } = new List<(string, HistoryEntry)>();

    public void Report(string query, HistoryEntry entry) => Reports.Add((query, entry));
}
