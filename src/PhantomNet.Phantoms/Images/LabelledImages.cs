namespace PhantomNet.Phantoms.Images;

/// <summary>The images of one part of a set, with what is known of them.</summary>
public sealed class LabelledImages
{
    internal LabelledImages(PhantomSetSettings settings, SetPart part)
    {
        Part = part;
        Count = settings.CountOf(part);
        Size = settings.Technique.Image.Size;
        Inputs = new float[Count * Size * Size];
        LesionMasks = new bool[Count * Size * Size];
        Labels = new int[Count];
        Settings = new RadiographSettings[Count];
        for (int index = 0; index < Count; index++)
        {
            Labels[index] = settings.LabelOf(index);
            Settings[index] = settings.Of(part, index);
        }
    }

    /// <summary>What they are for.</summary>
    public SetPart Part { get; }

    /// <summary>How many images there are.</summary>
    public int Count { get; }

    /// <summary>Rows and columns of each.</summary>
    public int Size { get; }

    /// <summary>
    /// Pixels within their window, less the training images' mean and divided by their standard deviation: [Count, 1, Size, Size].
    /// </summary>
    public float[] Inputs { get; }

    /// <summary>0 Normal, 1 Pneumonia: [Count].</summary>
    public int[] Labels { get; }

    /// <summary>Where the lesion is, <see cref="Radiograph.MaskThresholdCm"/> or more of it: [Count, Size, Size].</summary>
    public bool[] LesionMasks { get; }

    /// <summary>What made each image: [Count].</summary>
    public RadiographSettings[] Settings { get; }

    /// <summary>The input of one image: [1, Size, Size].</summary>
    public ReadOnlySpan<float> Input(int index) => Pixels(index);

    /// <summary>The lesion's mask of one image: [Size, Size].</summary>
    public ReadOnlySpan<bool> LesionMask(int index) => LesionMasks.AsSpan(index * Size * Size, Size * Size);

    internal Span<float> Pixels(int index) => Inputs.AsSpan(index * Size * Size, Size * Size);

    internal void Take(int index, Radiograph radiograph)
    {
        radiograph.Window.Apply(radiograph.LogSignal, Pixels(index));
        radiograph.Mask(Anatomy.Structure.Lesion).CopyTo(LesionMasks, index * Size * Size);
    }
}
