namespace PhantomNet.Exercises.Shared;

/// <summary>What colour a line of a chart has; none of them means a class.</summary>
public enum ChartTone
{
    /// <summary>The main line.</summary>
    Ink,

    /// <summary>The line that the student changes.</summary>
    Accent,

    /// <summary>A line to compare with.</summary>
    Soft,

    /// <summary>One of many in the background.</summary>
    Faint,

    /// <summary>Of positive weight.</summary>
    Positive,

    /// <summary>Of negative weight.</summary>
    Negative,
}
