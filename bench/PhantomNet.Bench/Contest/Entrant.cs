namespace PhantomNet.Bench.Contest;

/// <summary>One who is measured in a race.</summary>
/// <param name="Name">Who.</param>
/// <param name="Unit">Of what comes out.</param>
/// <param name="RunAsync">One round.</param>
/// <param name="Note">For the table.</param>
internal sealed record Entrant(string Name, string Unit, Func<Task<double>> RunAsync, string? Note = null);
