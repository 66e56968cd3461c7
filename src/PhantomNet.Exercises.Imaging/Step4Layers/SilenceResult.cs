namespace PhantomNet.Exercises.Imaging.Step4Layers;

/// <summary>What became of the network's answers with one unit silenced.</summary>
/// <param name="Unit">Which.</param>
/// <param name="Before">With all units, for the same patients.</param>
/// <param name="After">Without it.</param>
/// <param name="Lost">Patients called right before and wrong after.</param>
/// <param name="Won">Patients called wrong before and right after.</param>
/// <param name="CalledIll">Patients called ill after.</param>
public sealed record SilenceResult(int Unit, Answers Before, Answers After, int Lost, int Won, int CalledIll)
{
    /// <summary>By how many percentage points the accuracy moved.</summary>
    public double PointsMoved => 100 * (After.Accuracy - Before.Accuracy);
}
