using System.Globalization;
using PhantomNet.Phantoms.Attenuation;

namespace PhantomNet.Phantoms.Tests.Attenuation;

public sealed class AttenuationTableTests
{
    private const double Rounding = 1e-12;

    public static TheoryData<Material> Materials => [.. Enum.GetValues<Material>()];

    // Typed from the tables of NIST, not read from the file.
    [Theory]
    [InlineData(Material.Water, 10, 5.329, 4.944)]
    [InlineData(Material.Water, 60, 0.2059, 0.0319)]
    [InlineData(Material.SoftTissue, 30, 0.379, 0.1616)]
    [InlineData(Material.Lung, 100, 0.1695, 0.0255)]
    [InlineData(Material.CorticalBone, 40, 0.6655, 0.4507)]
    [InlineData(Material.Aluminium, 80, 0.2018, 0.05511)]
    [InlineData(Material.Copper, 50, 2.613, 2.192)]
    [InlineData(Material.CesiumIodide, 150, 0.729, 0.4951)]
    [InlineData(Material.Tungsten, 60, 3.713, 3.070)]
    [InlineData(Material.Air, 80, 0.1662, 0.02407)]
    public void A_tabulated_energy_gives_the_tabulated_values(
        Material material,
        double energyKeV,
        double attenuation,
        double absorption
    )
    {
        Assert.Equal(attenuation, AttenuationTable.MassAttenuationCm2PerG(material, energyKeV));
        Assert.Equal(absorption, AttenuationTable.MassEnergyAbsorptionCm2PerG(material, energyKeV));
    }

    [Fact]
    public void Every_row_of_the_file_is_given_back_exactly()
    {
        string[][] rows = Rows();
        foreach (string[] row in rows)
        {
            double energyKeV = Number(row[1]);
            // Of two rows at one energy the later is the one above the edge, and the energy belongs to it.
            string[] last = rows.Last(other => other[0] == row[0] && Number(other[1]) == energyKeV);
            Material material = Named(row[0]);
            Assert.Equal(Number(last[2]), AttenuationTable.MassAttenuationCm2PerG(material, energyKeV));
            Assert.Equal(Number(last[3]), AttenuationTable.MassEnergyAbsorptionCm2PerG(material, energyKeV));
        }
    }

    [Fact]
    public void Between_rows_the_logarithm_is_linear_in_the_logarithm()
    {
        double middle = Math.Sqrt(60 * 80);
        Assert.Equal(Math.Sqrt(0.2059 * 0.1837), AttenuationTable.MassAttenuationCm2PerG(Material.Water, middle), Rounding);
    }

    [Theory]
    [InlineData(Material.CesiumIodide, 33.1694, 6.923, 21.22)]
    [InlineData(Material.CesiumIodide, 35.9846, 17.19, 30.27)]
    [InlineData(Material.Tungsten, 69.525, 2.552, 11.23)]
    public void An_edge_stays_an_edge_and_its_energy_lies_above_it(
        Material material,
        double edgeKeV,
        double below,
        double above
    )
    {
        // The coefficient changes by at most the 15th power of the energy next to an edge.
        const double Near = 1e-6;
        const double Close = 15 * Near;
        Assert.Equal(below, AttenuationTable.MassAttenuationCm2PerG(material, edgeKeV * (1 - Near)), below * Close);
        Assert.Equal(above, AttenuationTable.MassAttenuationCm2PerG(material, edgeKeV));
        Assert.Equal(above, AttenuationTable.MassAttenuationCm2PerG(material, edgeKeV * (1 + Near)), above * Close);
    }

    [Theory, MemberData(nameof(Materials))]
    public void Away_from_edges_more_energy_is_less_attenuation(Material material)
    {
        if (material is Material.CesiumIodide or Material.Tungsten)
        {
            return;
        }

        double[] coefficients =
        [
            .. Enumerable.Range(10, 141).Select(energyKeV => AttenuationTable.MassAttenuationCm2PerG(material, energyKeV)),
        ];
        Assert.Equal(coefficients.OrderDescending(), coefficients);
    }

    [Theory, MemberData(nameof(Materials))]
    public void No_more_is_absorbed_than_attenuated(Material material) =>
        Assert.All(
            Enumerable.Range(10, 141),
            energyKeV =>
                Assert.InRange(
                    AttenuationTable.MassEnergyAbsorptionCm2PerG(material, energyKeV),
                    0,
                    AttenuationTable.MassAttenuationCm2PerG(material, energyKeV)
                )
        );

    [Theory]
    [InlineData(9.999)]
    [InlineData(150.001)]
    [InlineData(0)]
    [InlineData(-60)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void Outside_the_table_is_an_error_that_says_what_there_is(double energyKeV)
    {
        ArgumentOutOfRangeException error = Assert.Throws<ArgumentOutOfRangeException>(() =>
            AttenuationTable.MassAttenuationCm2PerG(Material.Water, energyKeV)
        );
        Assert.Contains(
            $"Water were asked for at {energyKeV} keV; the table holds 10 to 150 keV",
            error.Message,
            StringComparison.Ordinal
        );
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            AttenuationTable.MassEnergyAbsorptionCm2PerG(Material.Water, energyKeV)
        );
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(99)]
    public void A_material_that_is_not_there_is_an_error(int material)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => AttenuationTable.MassAttenuationCm2PerG((Material)material, 60));
        Assert.Throws<ArgumentOutOfRangeException>(() => AttenuationTable.DensityGPerCm3((Material)material));
    }

    [Theory, MemberData(nameof(Materials))]
    public void Every_material_has_a_density(Material material) =>
        Assert.InRange(AttenuationTable.DensityGPerCm3(material), 1e-3, 20);

    private static string[][] Rows()
    {
        using Stream stream = typeof(AttenuationTable).Assembly.GetManifestResourceStream("attenuation.csv")!;
        using StreamReader reader = new(stream);
        return
        [
            .. reader.ReadToEnd().Split('\n').Skip(1).Where(line => line.Length > 0).Select(line => line.TrimEnd().Split(',')),
        ];
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static Material Named(string name) =>
        Enum.Parse<Material>(
            name.Replace("_", "", StringComparison.Ordinal).Replace("minum", "minium", StringComparison.Ordinal),
            true
        );
}
