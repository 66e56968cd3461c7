using System.Globalization;
using PhantomNet.Networks.Losses;

namespace PhantomNet.Networks.Training;

/// <summary>
/// How much a sample of each class counts in the loss. The mean loss of a batch becomes Σ w l / Σ w, with each sample's loss l and
/// the weight w of its class, so that equal weights, of whatever size, change nothing.
/// </summary>
/// <remarks>
/// With one logit for each class this is PyTorch's <c>CrossEntropyLoss(weight=…)</c>. With one logit z for two classes it is the same
/// of the logits 0 and z, so that both ways of writing a network train alike; PyTorch's <c>BCEWithLogitsLoss(weight=…)</c> divides the
/// same sum by the number of samples instead. Two lists are equal when their weights are.
/// </remarks>
public sealed class ClassWeights : IEquatable<ClassWeights>
{
    private readonly float[] _weights;

    /// <summary>One weight for each class, in the order of the classes.</summary>
    /// <exception cref="ArgumentException">There are fewer than two, or one isn't a finite number above 0.</exception>
    public ClassWeights(params ReadOnlySpan<float> weights)
    {
        if (weights.Length < 2)
        {
            throw new ArgumentException(
                $"{weights.Length} class weight(s) were given; there must be one for each of at least 2 classes."
            );
        }

        for (int label = 0; label < weights.Length; label++)
        {
            if (!(weights[label] > 0 && float.IsFinite(weights[label])))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The weight of class {label} is {weights[label]}; it must be a finite number above 0."
                    )
                );
            }
        }

        _weights = weights.ToArray();
    }

    /// <summary>Number of classes.</summary>
    public int Count => _weights.Length;

    /// <summary>The weight of a class.</summary>
    public float this[int label] => _weights[label];

    /// <inheritdoc/>
    public bool Equals(ClassWeights? other) => other is not null && _weights.AsSpan().SequenceEqual(other._weights);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ClassWeights);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_weights.Length, _weights[0], _weights[^1]);

    /// <summary>For example <c>1 : 2.5</c>.</summary>
    public override string ToString() =>
        string.Join(" : ", _weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)));

    /// <summary>Checks that a network with this loss and so many outputs tells as many classes apart.</summary>
    internal void CheckFit(Loss loss, int outputs)
    {
        if (loss == Loss.MeanSquaredError)
        {
            throw new ArgumentException($"The class weights {this} were given; {loss} knows no classes. Leave them out.");
        }

        int classes = loss == Loss.BinaryCrossEntropy ? 2 : outputs;
        if (Count != classes)
        {
            throw new ArgumentException(
                $"{Count} class weights were given ({this}); the network with {loss} and {outputs} output(s) tells {classes} classes "
                    + "apart."
            );
        }
    }
}
