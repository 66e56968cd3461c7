namespace PhantomNet.Networks.Tests;

/// <summary>An error's message is part of the lesson: it names what was given and what was expected.</summary>
internal static class Messages
{
    /// <summary>The action is refused with a message that has every one of these parts.</summary>
    public static void AssertRefused<TError>(Action action, params IEnumerable<string> parts)
        where TError : Exception
    {
        string message = Assert.Throws<TError>(action).Message;
        Assert.All(parts, part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    /// <summary>The same for the error of most borders.</summary>
    public static void AssertRefused(Action action, params IEnumerable<string> parts) =>
        AssertRefused<ArgumentException>(action, parts);
}
