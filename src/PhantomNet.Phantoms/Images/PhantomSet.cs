namespace PhantomNet.Phantoms.Images;

/// <summary>
/// Labelled radiographs in three parts that share no patient. All pixels are standardised by one mean and one standard deviation, those of
/// the training images: nothing of validation and test has gone into them.
/// </summary>
public sealed class PhantomSet
{
    internal PhantomSet(PhantomSetSettings settings, LabelledImages[] parts, double mean, double standardDeviation)
    {
        Settings = settings;
        Training = parts[(int)SetPart.Training];
        Validation = parts[(int)SetPart.Validation];
        Test = parts[(int)SetPart.Test];
        Mean = mean;
        StandardDeviation = standardDeviation;
    }

    /// <summary>What decided it.</summary>
    public PhantomSetSettings Settings { get; }

    /// <summary>To learn from.</summary>
    public LabelledImages Training { get; }

    /// <summary>To choose between networks, and when to stop.</summary>
    public LabelledImages Validation { get; }

    /// <summary>To judge the network that was chosen, once.</summary>
    public LabelledImages Test { get; }

    /// <summary>Mean of the training images' pixels within their windows, 0 to 1.</summary>
    public double Mean { get; }

    /// <summary>Standard deviation of the training images' pixels; 1 where they are all alike.</summary>
    public double StandardDeviation { get; }
}
