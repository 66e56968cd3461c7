namespace PhantomNet.Phantoms.Attenuation;

/// <summary>A material whose coefficients the table holds.</summary>
public enum Material
{
    /// <summary>Liquid water.</summary>
    Water,

    /// <summary>Soft tissue of ICRU Report 44.</summary>
    SoftTissue,

    /// <summary>Lung tissue of ICRU Report 44; per gram it differs little from soft tissue, per centimetre by its air.</summary>
    Lung,

    /// <summary>Cortical bone of ICRU Report 44.</summary>
    CorticalBone,

    /// <summary>Aluminium, the filter and the unit of half-value layers.</summary>
    Aluminium,

    /// <summary>Copper, the added filter.</summary>
    Copper,

    /// <summary>Caesium iodide, the scintillator; K edges at 33.1694 keV (iodine) and 35.9846 keV (caesium).</summary>
    CesiumIodide,

    /// <summary>Tungsten, the anode; K edge at 69.525 keV.</summary>
    Tungsten,

    /// <summary>Dry air near sea level, in which kerma is measured.</summary>
    Air,
}
