using PhantomNet.Phantoms.Images;
using PhantomNet.Phantoms.Projection;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>All that is known of one pixel.</summary>
/// <param name="Row">From the top, 0 first.</param>
/// <param name="Column">From the left, 0 first.</param>
/// <param name="SoftGPerCm2">Soft tissue along its rays, their mean.</param>
/// <param name="LungGPerCm2">Lung.</param>
/// <param name="BoneGPerCm2">Bone.</param>
/// <param name="PrimaryQuanta">Expected primary quanta.</param>
/// <param name="ExpectedQuanta">Expected quanta, scatter included.</param>
/// <param name="CountedQuanta">Counted quanta.</param>
/// <param name="LogSignal">−ln of the signal over that of the open beam.</param>
public sealed record PixelFacts(
    int Row,
    int Column,
    double SoftGPerCm2,
    double LungGPerCm2,
    double BoneGPerCm2,
    double PrimaryQuanta,
    double ExpectedQuanta,
    double CountedQuanta,
    double LogSignal
)
{
    /// <summary>Of a pixel of a radiograph.</summary>
    public static PixelFacts Of(Radiograph radiograph, int row, int column)
    {
        MassThickness thickness = radiograph.Thickness;
        int i = (row * radiograph.Size) + column;
        double primary = radiograph.Stages.PrimaryQuanta[i];
        return new(
            row,
            column,
            MeanOfRays(thickness, thickness.SoftTissue, row, column),
            MeanOfRays(thickness, thickness.Lung, row, column),
            MeanOfRays(thickness, thickness.CorticalBone, row, column),
            primary,
            primary + radiograph.Stages.ScatterQuanta,
            radiograph.Stages.CountedQuanta[i],
            radiograph.LogSignal[i]
        );
    }

    private static double MeanOfRays(MassThickness thickness, float[] rays, int row, int column)
    {
        double sum = 0;
        int side = thickness.Supersampling;
        for (int i = 0; i < side; i++)
        {
            for (int j = 0; j < side; j++)
            {
                sum += rays[(((row * side) + i) * thickness.RaysPerRow) + (column * side) + j];
            }
        }

        return sum / (side * side);
    }
}
