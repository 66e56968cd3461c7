namespace PhantomNet.Exercises.Imaging.Step8Pooling;

/// <summary>What is made of the numbers in a window.</summary>
public enum PoolKind
{
    /// <summary>The largest.</summary>
    Max,

    /// <summary>Their mean.</summary>
    Average,
}
