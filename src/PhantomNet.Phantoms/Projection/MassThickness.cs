namespace PhantomNet.Phantoms.Projection;

/// <summary>How much of each material lies along each ray: thickness times density, in g/cm², row by row from the image's top left.</summary>
public sealed class MassThickness
{
    internal MassThickness(int size, int supersampling)
    {
        Size = size;
        Supersampling = supersampling;
        SoftTissue = new float[RaysPerRow * RaysPerRow];
        Lung = new float[RaysPerRow * RaysPerRow];
        CorticalBone = new float[RaysPerRow * RaysPerRow];
    }

    /// <summary>Pixels along a side.</summary>
    public int Size { get; }

    /// <summary>Rays along a side of a pixel.</summary>
    public int Supersampling { get; }

    /// <summary>Rays along a side of the image.</summary>
    public int RaysPerRow => Size * Supersampling;

    /// <summary>Muscle, fat, blood and organs. [RaysPerRow, RaysPerRow]</summary>
    public float[] SoftTissue { get; }

    /// <summary>Lung, consolidated or not. [RaysPerRow, RaysPerRow]</summary>
    public float[] Lung { get; }

    /// <summary>Bone. [RaysPerRow, RaysPerRow]</summary>
    public float[] CorticalBone { get; }
}
