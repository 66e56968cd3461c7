namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>What is moved.</summary>
public enum Moves
{
    /// <summary>The whole image, with the lesion in it.</summary>
    Image,

    /// <summary>The lesion alone, within the patient; the radiograph is taken again.</summary>
    Lesion,
}
