namespace PhantomNet.Kernels.Running;

/// <summary>Where everything lies in a module's memory. All numbers are little-endian; floats and ints take four bytes.</summary>
public sealed record MemoryMap
{
    /// <summary>Pages of 64 KiB; the module starts with them and never asks for more.</summary>
    public required int Pages { get; init; }

    /// <summary>i64: updates done. The host writes it to go back to a state; Adam's corrections follow from it.</summary>
    public required Region Updates { get; init; }

    /// <summary>f64: sum of the losses of the minibatches done by the last <c>train</c>, each the mean over its samples.</summary>
    public required Region LossSum { get; init; }

    /// <summary>
    /// i32: samples of those minibatches that were given their own class, each before the update of its minibatch; 0 in a regression.
    /// </summary>
    public required Region Correct { get; init; }

    /// <summary>i32: 1 if the last <c>train</c> stopped before an update that would not have been finite, else 0.</summary>
    public required Region Diverged { get; init; }

    /// <summary>
    /// f64: what <c>look</c> divides losses by, written before: the samples of the whole batch, or the sum of their classes' weights.
    /// </summary>
    public required Region Scale { get; init; }

    /// <summary>All weights and biases, [parameters], as the network lays them out.</summary>
    public required Region Parameters { get; init; }

    /// <summary>What the optimizer remembers, [slots][parameters].</summary>
    public required Region Slots { get; init; }

    /// <summary>∂loss/∂parameters of the last minibatch, [parameters].</summary>
    public required Region Gradients { get; init; }

    /// <summary>The samples to train on, [samples][input length].</summary>
    public required Region Inputs { get; init; }

    /// <summary>Their targets, [samples][target length]: a class as a float, or values.</summary>
    public required Region Targets { get; init; }

    /// <summary>i32: samples in the order of training, as many at a time as have room; all samples once have.</summary>
    public required Region Order { get; init; }

    /// <summary>i32: minibatch k is Order[Bounds[k]] to Order[Bounds[k + 1]], that one left out; one more than samples in Order.</summary>
    public required Region Bounds { get; init; }

    /// <summary>Room for samples to predict or to look at, [staged samples][input length].</summary>
    public required Region StagedInputs { get; init; }

    /// <summary>Room for the targets of those to look at, [staged samples][target length].</summary>
    public required Region StagedTargets { get; init; }

    /// <summary>Room for what was predicted, [staged samples][output length].</summary>
    public required Region StagedOutputs { get; init; }

    /// <summary>What left each layer, of the last four samples; full in a module for looking alone.</summary>
    public required IReadOnlyList<TensorPlace> Outputs { get; init; }

    /// <summary>∂loss/∂(that), likewise; empty in a module for predicting.</summary>
    public required IReadOnlyList<TensorPlace> OutputGradients { get; init; }
}
