using System.Globalization;

namespace PhantomNet.Phantoms.Attenuation;

/// <summary>Reads the rows that are carried within the assembly.</summary>
internal static class AttenuationFile
{
    // In the order of Material.
    private static readonly string[] _names =
    [
        "water",
        "soft_tissue",
        "lung",
        "cortical_bone",
        "aluminum",
        "copper",
        "cesium_iodide",
        "tungsten",
        "air",
    ];

    /// <summary>The rows of every material, in the order of <see cref="Material"/>.</summary>
    public static MaterialRows[] Read()
    {
        string[] lines = Text().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[1..];
        string[][] rows = Array.ConvertAll(lines, line => line.Split(','));
        return Array.ConvertAll(
            _names,
            name => Material(Array.FindAll(rows, row => row[0].Equals(name, StringComparison.Ordinal)))
        );
    }

    private static MaterialRows Material(string[][] rows) => new(Column(rows, 1), Column(rows, 2), Column(rows, 3));

    private static double[] Column(string[][] rows, int column) =>
        Array.ConvertAll(rows, row => double.Parse(row[column], CultureInfo.InvariantCulture));

    private static string Text()
    {
        using Stream stream = typeof(AttenuationFile).Assembly.GetManifestResourceStream("attenuation.csv")!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
