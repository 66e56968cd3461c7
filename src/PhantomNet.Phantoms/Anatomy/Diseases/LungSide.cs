namespace PhantomNet.Phantoms.Anatomy.Diseases;

/// <summary>The patient's side.</summary>
public enum LungSide
{
    /// <summary>The patient's right, at the image's left.</summary>
    Right,

    /// <summary>The patient's left, at the image's right.</summary>
    Left,
}
