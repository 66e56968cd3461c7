using PhantomNet.Phantoms.Detectors;

namespace PhantomNet.Phantoms.Tests.Detectors;

/// <summary>Four quarters: open beam and lung above, soft tissue below.</summary>
internal sealed class Scene
{
    public const double PitchMm = 3;
    public const double Lung = 0.3;
    public const double Soft = 0.1;

    public Scene(int size, double energyKeV)
    {
        Size = size;
        Fraction = new float[size * size];
        EnergyKeV = new float[size * size];
        Array.Fill(EnergyKeV, (float)energyKeV);
        OpenEnergyKeV = energyKeV;
        for (int i = 0; i < Fraction.Length; i++)
        {
            bool above = i / size < size / 2;
            bool left = i % size < size / 2;
            Fraction[i] = (float)(above ? (left ? 1 : Lung) : Soft);
        }
    }

    public int Size { get; }

    public float[] Fraction { get; }

    public float[] EnergyKeV { get; }

    public double OpenEnergyKeV { get; }

    public DetectorStages Expose(DetectorSettings settings, double quanta, int noiseSeed = 7)
    {
        DetectorStages stages = new(Size);
        Detector detector = new(settings, Size, PitchMm);
        detector.Expose(Fraction, EnergyKeV, new OpenBeam(quanta, OpenEnergyKeV), noiseSeed, stages);
        return stages;
    }
}
