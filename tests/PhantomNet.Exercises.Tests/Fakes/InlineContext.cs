namespace PhantomNet.Exercises.Tests.Fakes;

/// <summary>A page's thread that is the test's own: what is posted runs at once, before the poster goes on.</summary>
internal sealed class InlineContext : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state) => d(state);
}
