using PhantomNet.Networks;
using PhantomNet.Networks.Losses;
using PhantomNet.Networks.Optimizers;
using PhantomNet.Networks.Specs;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>The engine's smallest network: two inputs, one dense unit, cross-entropy from its logit. It computes all that the step shows.</summary>
public sealed class SingleNeuron
{
    private static readonly NetworkSpec Spec = new(Shape.Vector(2), Loss.BinaryCrossEntropy, new DenseSpec(1));

    private readonly Network _network = new(Spec);
    private readonly float[] _inputs = [.. Patient.All.SelectMany(patient => (float[])[(float)patient.X1, (float)patient.X2])]; // [n, 2]
    private readonly float[] _labels = [.. Patient.All.Select(patient => (float)patient.Label)];
    private readonly float[] _unused = new float[Patient.All.Count];

    /// <summary>z and ŷ of one input.</summary>
    public (float Z, float Score) Run(Weights weights, double x1, double x2)
    {
        SetParameters(weights);
        ReadOnlySpan<float> z = _network.Forward([(float)x1, (float)x2], batch: 1);
        return (z[0], Score(z[0]));
    }

    /// <summary>ŷ of a sum z.</summary>
    public static float Score(float z)
    {
        Span<float> score = [0];
        Spec.Loss.Scores([z], score);
        return score[0];
    }

    /// <summary>Mean cross-entropy over the patients.</summary>
    public double LossAt(Weights weights)
    {
        SetParameters(weights);
        return Spec.Loss.Evaluate(_network.Forward(_inputs, _labels.Length), _labels, _unused, _labels.Length);
    }

    /// <summary>Forward and backward through all patients.</summary>
    public PatientGradient Gradient(Weights weights)
    {
        SetParameters(weights);
        ReadOnlySpan<float> z = _network.Forward(_inputs, _labels.Length);
        float[] scores = new float[z.Length];
        for (int n = 0; n < z.Length; n++)
        {
            scores[n] = Score(z[n]);
        }

        double loss = _network.Backward(_labels);
        ReadOnlySpan<float> errors = _network.OutputGradientOf(0); // (p − y) / n
        PatientPull[] pulls = new PatientPull[z.Length];
        for (int n = 0; n < pulls.Length; n++)
        {
            pulls[n] = new PatientPull(Patient.All[n], scores[n], errors[n] * pulls.Length);
        }

        ReadOnlySpan<float> mean = _network.ParameterGradients;
        return new PatientGradient(pulls, loss, new Weights(mean[0], mean[1], mean[2]));
    }

    /// <summary>One step of gradient descent: w ← w − η · mean of (p − y)·x, and likewise b unless it is held.</summary>
    public Weights Descend(Weights weights, double rate, bool holdBias)
    {
        Gradient(weights);
        new Sgd(rate).Step(_network.Parameters, _network.ParameterGradients, [], update: 1);
        Span<float> after = _network.Parameters;
        return new Weights(Digits(after[0]), Digits(after[1]), holdBias ? weights.B : Digits(after[2]));
    }

    // Float32 has about seven digits; more would only lengthen the address.
    private static double Digits(float value) => Math.Round((double)value, 6);

    private void SetParameters(Weights weights)
    {
        Span<float> parameters = _network.Parameters;
        parameters[0] = (float)weights.W1;
        parameters[1] = (float)weights.W2;
        parameters[2] = (float)weights.B;
    }
}
