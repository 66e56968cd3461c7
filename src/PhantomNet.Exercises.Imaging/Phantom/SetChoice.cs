using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Phantom;

/// <summary>What a set of images should be.</summary>
/// <param name="Count">Images.</param>
/// <param name="Size">Rows and columns of each.</param>
/// <param name="PneumoniaPercent">How many of a hundred have a pneumonia.</param>
/// <param name="Seed">Decides the patients.</param>
public sealed record SetChoice(int Count = 1000, int Size = 28, int PneumoniaPercent = 50, int Seed = 1)
{
    /// <summary>The fewest images.</summary>
    public const int LeastCount = 10;

    /// <summary>The most images.</summary>
    public const int MostCount = 1000;

    /// <summary>What the page starts with.</summary>
    public static SetChoice Default { get; } = new();

    /// <summary>The sizes on offer.</summary>
    public static IReadOnlyList<int> Sizes { get; } = [28, 64, 128];

    /// <summary>As the chain takes it, with the tube and the detector of a setting.</summary>
    public PhantomSetSettings Settings(PhantomSetting technique) =>
        new()
        {
            Seed = Seed,
            NoiseSeed = Seed,
            TrainingCount = Count,
            ValidationCount = 0,
            TestCount = 0,
            PneumoniaShare = PneumoniaPercent / 100.0,
            Technique = technique.Settings with { Image = new ImageSettings(Size) },
        };

    /// <summary>Reads one.</summary>
    public static SetChoice Read(QueryReader query)
    {
        double size = query.Number("setsize", Default.Size, 0, 1e6);
        return new(
            query.Whole("setcount", Default.Count, LeastCount, MostCount),
            Sizes.FirstOrDefault(offered => offered == size, Default.Size),
            query.Whole("setshare", Default.PneumoniaPercent, 0, 100),
            query.Whole("setseed", Default.Seed, 1, SettingRanges.MaxSeed)
        );
    }

    /// <summary>Writes what differs from the default.</summary>
    public void Write(QueryWriter query) =>
        query
            .Number("setcount", Count, Default.Count)
            .Number("setsize", Size, Default.Size)
            .Number("setshare", PneumoniaPercent, Default.PneumoniaPercent)
            .Number("setseed", Seed, Default.Seed);
}
