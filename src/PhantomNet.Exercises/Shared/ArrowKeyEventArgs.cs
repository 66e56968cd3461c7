namespace PhantomNet.Exercises.Shared;

/// <summary>A key on a handle within a drawing. For arrows the page doesn't scroll; others do what they always do.</summary>
public sealed class ArrowKeyEventArgs : EventArgs
{
    /// <summary>As the browser names it, for example <c>ArrowUp</c>.</summary>
    public string Key { get; set; } = "";

    /// <summary>Whether Shift is held: a finer move.</summary>
    public bool Shift { get; set; }

    /// <summary>−1 for left, 1 for right, else 0.</summary>
    public int Across =>
        Key switch
        {
            "ArrowLeft" => -1,
            "ArrowRight" => 1,
            _ => 0,
        };

    /// <summary>−1 for down, 1 for up, else 0.</summary>
    public int Up =>
        Key switch
        {
            "ArrowDown" => -1,
            "ArrowUp" => 1,
            _ => 0,
        };
}
