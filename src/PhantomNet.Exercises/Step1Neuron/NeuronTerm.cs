namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>What lights up together in equation, diagram, table, plane and sliders.</summary>
public enum NeuronTerm
{
    X1,
    W1,
    X2,
    W2,
    Bias,
    Sum,
    Score,
}
