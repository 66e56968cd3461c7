namespace PhantomNet.Wasm;

/// <summary>What a function takes and gives back.</summary>
/// <param name="Parameters">In order.</param>
/// <param name="Results">In order.</param>
public sealed record FunctionType(IReadOnlyList<ValType> Parameters, IReadOnlyList<ValType> Results)
{
    /// <inheritdoc/>
    public bool Equals(FunctionType? other) =>
        other is not null && Parameters.SequenceEqual(other.Parameters) && Results.SequenceEqual(other.Results);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Parameters.Count, Results.Count);

    /// <summary>For example <c>(param i32 i32) (result f32)</c>.</summary>
    public override string ToString() => $"{Group("param", Parameters)} {Group("result", Results)}".Trim();

    private static string Group(string name, IReadOnlyList<ValType> types) =>
        types.Count == 0 ? "" : $"({name} {string.Join(' ', types.Select(type => type.Text()))})";
}
