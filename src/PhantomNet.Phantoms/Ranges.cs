namespace PhantomNet.Phantoms;

/// <summary>Checks of settings at the border.</summary>
internal static class Ranges
{
    /// <summary>Refuses a number that isn't from <paramref name="least"/> to <paramref name="most"/>, NaN too.</summary>
    public static void Require(string name, double given, double least, double most)
    {
        if (!(given >= least && given <= most))
        {
            throw new ArgumentOutOfRangeException(name, given, $"{name} is {given}; give a number from {least} to {most}.");
        }
    }
}
