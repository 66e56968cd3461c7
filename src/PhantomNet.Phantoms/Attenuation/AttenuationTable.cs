namespace PhantomNet.Phantoms.Attenuation;

/// <summary>
/// Photon coefficients from 10 to 150 keV (docs/sources.md#nist-126), interpolated linearly between the logarithms of energy and
/// coefficient, never across an absorption edge. A tabulated energy gives the tabulated value; the energy of an edge itself
/// belongs to the side above it, because a photon of that energy can already free the electron.
/// </summary>
public static class AttenuationTable
{
    /// <summary>The lowest energy of the table, keV.</summary>
    public const double LowestEnergyKeV = 10;

    /// <summary>The highest energy of the table, keV.</summary>
    public const double HighestEnergyKeV = 150;

    private static readonly MaterialRows[] _materials = AttenuationFile.Read();

    /// <summary>Mass attenuation coefficient μ/ρ, with coherent scatter, in cm²/g.</summary>
    /// <param name="material">What the photon passes through.</param>
    /// <param name="energyKeV">Energy of the photon, 10 to 150 keV.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is outside the table, or there is no such material.</exception>
    public static double MassAttenuationCm2PerG(Material material, double energyKeV) =>
        Rows(material, energyKeV).MassAttenuation(energyKeV);

    /// <summary>Mass energy-absorption coefficient μ_en/ρ, in cm²/g.</summary>
    /// <param name="material">What the photon passes through.</param>
    /// <param name="energyKeV">Energy of the photon, 10 to 150 keV.</param>
    /// <exception cref="ArgumentOutOfRangeException">The energy is outside the table, or there is no such material.</exception>
    public static double MassEnergyAbsorptionCm2PerG(Material material, double energyKeV) =>
        Rows(material, energyKeV).MassEnergyAbsorption(energyKeV);

    /// <summary>Density in g/cm³, as the material is met in a body or a tube; of the lung, with its air at rest, about 0.26.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such material.</exception>
    public static double DensityGPerCm3(Material material) =>
        material switch
        {
            Material.Water => 1,
            Material.SoftTissue => 1.06,
            Material.Lung => 0.26,
            Material.CorticalBone => 1.92,
            Material.Aluminium => 2.699,
            Material.Copper => 8.96,
            Material.CesiumIodide => 4.51,
            Material.Tungsten => 19.3,
            Material.Air => 1.205e-3,
            _ => throw NoSuch(material),
        };

    private static MaterialRows Rows(Material material, double energyKeV)
    {
        if ((uint)material >= (uint)_materials.Length)
        {
            throw NoSuch(material);
        }

        if (!(energyKeV >= LowestEnergyKeV && energyKeV <= HighestEnergyKeV))
        {
            throw new ArgumentOutOfRangeException(
                nameof(energyKeV),
                energyKeV,
                $"Coefficients of {material} were asked for at {energyKeV} keV; the table holds 10 to 150 keV and is not continued. "
                    + "Ask for an energy within it."
            );
        }

        return _materials[(int)material];
    }

    private static ArgumentOutOfRangeException NoSuch(Material material) =>
        new(nameof(material), material, $"There is no material {(int)material}; choose one that {nameof(Material)} names.");
}
