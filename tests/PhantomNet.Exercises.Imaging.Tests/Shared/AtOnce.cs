namespace PhantomNet.Exercises.Imaging.Tests.Shared;

/// <summary>Answers of the textbook engine, which is done when a call returns.</summary>
internal static class AtOnce
{
    public static T Get<T>(ValueTask<T> answer) =>
        answer.IsCompletedSuccessfully
            ? answer.Result
            : throw new InvalidOperationException("The textbook engine didn't answer at once.");
}
