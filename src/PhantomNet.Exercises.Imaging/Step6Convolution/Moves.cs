namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>What is moved.</summary>
public enum Moves
{
    /// <summary>The whole image, with the nodule in it.</summary>
    Image,

    /// <summary>The nodule alone, within the patient; the radiograph is taken again.</summary>
    Nodule,
}
