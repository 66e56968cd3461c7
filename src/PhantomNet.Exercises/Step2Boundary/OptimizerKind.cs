namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>The optimizers that a student can choose.</summary>
public enum OptimizerKind
{
    /// <summary>Gradient descent, a minibatch at a time.</summary>
    Sgd,

    /// <summary>The same with momentum 0.9.</summary>
    Momentum,

    /// <summary>Adam with its published settings.</summary>
    Adam,
}
