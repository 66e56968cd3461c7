namespace PhantomNet.Networks.Losses;

/// <summary>What training makes small. The two cross-entropies are computed from logits, not from probabilities.</summary>
public enum Loss
{
    /// <summary>One logit z, a class 0 or 1: −log σ(z) or −log(1 − σ(z)). A single neuron with it is logistic regression.</summary>
    BinaryCrossEntropy,

    /// <summary>One logit per class: −log softmax(z) of the true class.</summary>
    SoftmaxCrossEntropy,

    /// <summary>The mean over outputs of (y − t)², for regression.</summary>
    MeanSquaredError,
}
