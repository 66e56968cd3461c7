namespace PhantomNet.Browser.Tests.Setup;

/// <summary>No browser could be started; the message says what was tried and what to do.</summary>
public sealed class BrowserNotFoundException(string message) : Exception(message);
