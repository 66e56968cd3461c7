namespace PhantomNet.Phantoms.Projection;

/// <summary>
/// The nodes of a transmission table. They lie at most · (n / cells)²: close together where the beam hardens fast. The sums over the
/// spectrum are done at coarse nodes; those between are filled in by cubics, a few operations each.
/// </summary>
internal static class TransmissionGrid
{
    /// <summary>Cells along each axis.</summary>
    public const int Cells = CoarseCells << Refinements;

    private const int CoarseCells = 32;
    private const int Refinements = 2;

    /// <summary>Where the nodes of one axis lie, cells + 1 of them.</summary>
    public static double[] NodesGPerCm2(double most, int cells)
    {
        double[] nodes = new double[cells + 1];
        for (int n = 0; n <= cells; n++)
        {
            nodes[n] = most * n * n / (cells * cells);
        }

        return nodes;
    }

    /// <summary>ln of the detected fraction, and mean detected energy in keV, at every node: [bone node, soft node].</summary>
    public static (double[] LogFraction, double[] MeanEnergyKeV) Of(Beam beam, double mostSoft, double mostBone)
    {
        double[] soft = NodesGPerCm2(mostSoft, CoarseCells);
        double[] bone = NodesGPerCm2(mostBone, CoarseCells);
        double leastSoft = Least(beam.Soft);
        double leastBone = Least(beam.Bone);
        double[][] throughSoft = Array.ConvertAll(
            soft,
            thickness => Transmission(beam.Soft, leastSoft, thickness, beam.Weight)
        );
        double[][] throughBone = Array.ConvertAll(bone, thickness => Transmission(beam.Bone, leastBone, thickness, []));
        double[] logFraction = new double[bone.Length * soft.Length];
        double[] meanEnergyKeV = new double[bone.Length * soft.Length];
        for (int j = 0; j < bone.Length; j++)
        {
            for (int i = 0; i < soft.Length; i++)
            {
                (double left, double energy) = Sums(throughSoft[i], throughBone[j], beam.EnergyKeV);
                int node = (j * soft.Length) + i;
                logFraction[node] = Math.Log(left) - (leastSoft * soft[i]) - (leastBone * bone[j]);
                meanEnergyKeV[node] = energy / left;
            }
        }

        return (Refined(logFraction), Refined(meanEnergyKeV));
    }

    // The exponential of a sum is a product, so that two short lists of exponentials serve all nodes.
    private static (double Left, double Energy) Sums(double[] throughSoft, double[] throughBone, ReadOnlySpan<double> energyKeV)
    {
        double left = 0;
        double energy = 0;
        for (int bin = 0; bin < throughSoft.Length; bin++)
        {
            double counted = throughSoft[bin] * throughBone[bin];
            left += counted;
            energy += counted * energyKeV[bin];
        }

        return (left, energy);
    }

    // Relative to the most penetrating bin, so that a soft beam behind much tissue doesn't come to nothing.
    private static double[] Transmission(
        ReadOnlySpan<double> coefficient,
        double least,
        double thicknessGPerCm2,
        ReadOnlySpan<double> weight
    )
    {
        double[] through = new double[coefficient.Length];
        for (int bin = 0; bin < through.Length; bin++)
        {
            through[bin] = (weight.IsEmpty ? 1 : weight[bin]) * Math.Exp((least - coefficient[bin]) * thicknessGPerCm2);
        }

        return through;
    }

    private static double Least(ReadOnlySpan<double> coefficient)
    {
        double least = double.PositiveInfinity;
        foreach (double value in coefficient)
        {
            least = Math.Min(least, value);
        }

        return least;
    }

    private static double[] Refined(double[] coarse)
    {
        double[] nodes = coarse;
        for (int cells = CoarseCells; cells < Cells; cells *= 2)
        {
            nodes = Halved(nodes, cells);
        }

        return nodes;
    }

    // Twice the cells along both axes.
    private static double[] Halved(double[] coarse, int cells)
    {
        int fineNodes = (2 * cells) + 1;
        double[] fine = new double[fineNodes * fineNodes];
        for (int row = 0; row <= cells; row++)
        {
            for (int column = 0; column <= cells; column++)
            {
                fine[(2 * row * fineNodes) + (2 * column)] = coarse[(row * (cells + 1)) + column];
            }
        }

        for (int row = 0; row < fineNodes; row += 2)
        {
            FillBetween(fine, row * fineNodes, 1, fineNodes);
        }

        for (int column = 0; column < fineNodes; column++)
        {
            FillBetween(fine, column, fineNodes, fineNodes);
        }

        return fine;
    }

    // Each odd node from the cubic through the four even nodes about it. The table is a function of the square of the node's number,
    // so it is even about the first node; at the last one the four nodes before it serve.
    private static void FillBetween(double[] table, int start, int stride, int nodes)
    {
        for (int node = 1; node < nodes; node += 2)
        {
            double before = table[start + ((node - 1) * stride)];
            double after = table[start + ((node + 1) * stride)];
            double further = table[start + (Math.Abs(node - 3) * stride)];
            table[start + (node * stride)] =
                node + 3 < nodes
                    ? ((9 * (before + after)) - further - table[start + ((node + 3) * stride)]) / 16
                    : ((5 * after) + (15 * before) - (5 * further) + table[start + ((node - 5) * stride)]) / 16;
        }
    }
}
