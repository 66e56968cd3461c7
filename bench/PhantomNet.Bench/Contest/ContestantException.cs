namespace PhantomNet.Bench.Contest;

/// <summary>A contestant can't do what it is asked; the message says why, for the table.</summary>
internal sealed class ContestantException(string message, Exception? inner = null) : Exception(message, inner);
