namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>Which of the images on the page one is.</summary>
public enum RadiographRole
{
    /// <summary>The one that the controls set, and the only one where there is no other.</summary>
    A,

    /// <summary>The one that was kept.</summary>
    B,

    /// <summary>A − B.</summary>
    Difference,
}
