using PhantomNet.Kernels.Running;
using PhantomNet.Kernels.Small;
using PhantomNet.Kernels.Writing;
using PhantomNet.Networks.Losses;
using PhantomNet.Wasm;

namespace PhantomNet.Kernels.Planning;

/// <summary>Gives every tensor and every table its place in the memory.</summary>
internal sealed class MemoryPlan
{
    /// <summary>Samples that lie side by side.</summary>
    public const int Lanes = 4;

    /// <summary>Samples that can be staged to predict, at most.</summary>
    public const int MostStaged = 256;

    // A small set is gone through many times in one call.
    private const int LeastOrdered = 1 << 15;
    private const int StagedBytes = 4 << 20; // more than that is staged in several turns
    private const int MostBytesAtOnce = 16 << 10; // of all groups
    private const int Alignment = 64; // bytes of a cache line

    private long _end = Alignment; // no piece starts at 0

    /// <summary>Lays everything out.</summary>
    /// <exception cref="ArgumentException">The network is too large; the message gives the numbers.</exception>
    public MemoryPlan(NetworkPlan plan, int sampleCount, long mostBytes)
    {
        int length = plan.Spec.Input.Length;
        int targets = plan.Spec.Loss.TargetLength(plan.Spec.Output.Length);
        int outputs = plan.Spec.Output.Length;
        long parameters = plan.Spec.ParameterCount;
        Groups = (Math.Min(plan.Settings.BatchSize, Math.Max(sampleCount, 1)) + Lanes - 1) / Lanes;
        Staged = (int)Math.Clamp(StagedBytes / (4L * length), Lanes, MostStaged);
        Updates = Take(8);
        LossSum = Take(8);
        Correct = Take(4);
        Diverged = Take(4);
        LossLanes = Take(32);
        CorrectNow = Take(4);
        Scale = Take(8);
        ClassWeights = Take(4L * (plan.Settings.ClassWeights?.Count ?? 0));
        IsTraining = Take(4);
        Constants = Take(4 * ConstantTable.Most);
        // A vector's overhang at the end of each table is its own.
        Parameters = Take(4 * parameters, 16);
        parameters = plan.Use == ModuleUse.Predicting ? 0 : parameters; // those that are trained
        Slots = Take(4 * parameters * plan.Settings.Optimizer.SlotsPerParameter, 16);
        ParametersBefore = Take(4 * parameters, 16);
        SlotsBefore = Take(4 * parameters * plan.Settings.Optimizer.SlotsPerParameter, 16);
        Gradients = Take(4 * parameters, 16);
        Trained = new TrainedRegions(
            Parameters,
            Slots,
            Gradients,
            ParametersBefore,
            SlotsBefore,
            plan.Spec.ParameterCount,
            [.. plan.Spec.ParameterBlocks()]
        );
        Small = sampleCount > 0 ? SmallNetworkPlan.For(plan, bytes => Take(bytes)) : null;
        long laneStart = _end;
        foreach (Storage lanes in plan.Layers.Select(layer => layer.LaneGradients).OfType<Storage>())
        {
            Place(lanes);
        }

        LaneGradients = new Region(Address(laneStart), Address(_end - laneStart));
        LaneTargets.Bytes = (long)targets * Tensor.Element;
        GroupsAtOnce = ChooseGroupsAtOnce(plan);
        foreach (Storage storage in plan.Storages.Where(storage => !storage.IsPerGroup && storage.Address == 0))
        {
            Place(storage);
        }

        PlaceArenas(plan);
        int ordered = sampleCount == 0 ? 0 : Math.Max(sampleCount, LeastOrdered);
        Order = Take(4L * ordered);
        Bounds = Take(4L * (ordered + 1));
        StagedInputs = Take(4L * Staged * length, 16);
        StagedTargets = Take(4L * Staged * targets);
        StagedOutputs = Take(4L * Staged * outputs);
        Inputs = Take(4L * sampleCount * length, 16);
        Targets = Take(4L * sampleCount * targets);
        mostBytes = Math.Min(mostBytes, int.MaxValue); // addresses are ints here
        if (_end > mostBytes)
        {
            throw new ArgumentException(
                $"The network {plan.Spec} with {sampleCount} samples of {plan.Spec.Input} needs {Megabytes(_end)} MB of memory, of "
                    + $"which the samples take {Megabytes(4L * sampleCount * length)} MB; at most {Megabytes(mostBytes)} MB are "
                    + "given to it. Use fewer samples, smaller images or a smaller network."
            );
        }
    }

    public int Groups { get; }

    public int Staged { get; }

    public Region Updates { get; }

    public Region LossSum { get; }

    public Region Correct { get; }

    public Region Diverged { get; }

    /// <summary>f64, [4]: what each lane's loss has come to in this minibatch.</summary>
    public Region LossLanes { get; }

    /// <summary>i32: samples of this minibatch that were given their own class.</summary>
    public Region CorrectNow { get; }

    /// <summary>f64: samples of the minibatch, or the sum of their classes' weights.</summary>
    public Region Scale { get; }

    /// <summary>f32: a weight for each class; empty where all count the same.</summary>
    public Region ClassWeights { get; }

    /// <summary>
    /// Groups that each layer's function takes through before the next layer's begins: all of a minibatch if they fit the nearest
    /// memory together, else one.
    /// </summary>
    public int GroupsAtOnce { get; }

    /// <summary>Of a group: all bits set in the lanes that hold a sample.</summary>
    public Storage LaneMask { get; } = new("lane mask", isPerGroup: true) { Bytes = Tensor.Element };

    /// <summary>i32, of a group: place in the minibatch of its first sample.</summary>
    public Storage FirstSample { get; } = new("first sample", isPerGroup: true) { Bytes = sizeof(int) };

    /// <summary>i32: whether dropout acts.</summary>
    public Region IsTraining { get; }

    /// <summary>Of a group: [target length][4].</summary>
    public Storage LaneTargets { get; } = new("lane targets", isPerGroup: true);

    public Region Constants { get; }

    public Region Parameters { get; }

    public Region Slots { get; }

    public Region ParametersBefore { get; }

    public Region SlotsBefore { get; }

    public Region Gradients { get; }

    /// <summary>What an update works on, in the order that the host knows.</summary>
    public TrainedRegions Trained { get; }

    /// <summary>How a small network is trained; null for others.</summary>
    public SmallNetworkPlan? Small { get; }

    public Region LaneGradients { get; }

    public Region Order { get; }

    public Region Bounds { get; }

    public Region StagedInputs { get; }

    public Region StagedTargets { get; }

    public Region StagedOutputs { get; }

    public Region Inputs { get; }

    public Region Targets { get; }

    /// <summary>Where the first group's own tensors lie.</summary>
    public int FirstArena { get; private set; }

    /// <summary>Bytes from one group's tensors to the next group's.</summary>
    public int ArenaBytes { get; private set; }

    public int Pages => (int)((_end + MemoryLimits.PageBytes - 1) / MemoryLimits.PageBytes);

    // In a small network a sum waits for the one before it, layer after layer. The same layer of another group has no need to wait.
    private int ChooseGroupsAtOnce(NetworkPlan plan)
    {
        long bytes = LaneTargets.Bytes + plan.Storages.Sum(storage => storage.Bytes);
        bool isSmall = bytes * Groups <= MostBytesAtOnce && plan.Layers.All(layer => layer.LaneGradients is null);
        if (plan.Use != ModuleUse.Training || !isSmall)
        {
            return 1;
        }

        foreach (Storage storage in plan.Storages)
        {
            storage.IsPerGroup = true;
        }

        return Groups;
    }

    private void PlaceArenas(NetworkPlan plan)
    {
        long arenas = _end;
        foreach (
            Storage storage in plan.Storages.Where(storage => storage.IsPerGroup).Concat([LaneMask, FirstSample, LaneTargets])
        )
        {
            storage.Address = Address(_end - arenas);
            _end = Aligned(_end + storage.Bytes);
        }

        FirstArena = Address(arenas);
        ArenaBytes = Address(_end - arenas);
        _end = arenas + ((long)ArenaBytes * Groups);
    }

    private void Place(Storage storage)
    {
        storage.Address = Address(_end);
        _end = Aligned(_end + storage.Bytes);
    }

    private Region Take(long bytes, int overhang = 0)
    {
        Region region = new(Address(_end), Address(bytes));
        _end = Aligned(_end + bytes + overhang);
        return region;
    }

    // Beyond that the plan is refused in the end; until then the numbers need only not overflow.
    private static int Address(long address) => (int)Math.Min(address, int.MaxValue);

    private static long Aligned(long address) => (address + Alignment - 1) / Alignment * Alignment;

    private static string Megabytes(long bytes) => $"{bytes / 1e6:N0}";
}
