using PhantomNet.App.Platform;

namespace PhantomNet.App.Tests.Fakes;

/// <summary>Libraries that arrive, or don't, when a test says so.</summary>
internal sealed class FakeLibraries : ILibraries
{
    private TaskCompletionSource<bool> _answer = new();

    public List<string> Asked { get; } = [];

    public Task<bool> LoadAsync(string name)
    {
        Asked.Add(name);
        _answer = new();
        return _answer.Task;
    }

    /// <summary>Answers what was asked for last.</summary>
    public void Answer(bool arrived) => _answer.SetResult(arrived);
}
