using PhantomNet.Networks.Optimizers;

namespace PhantomNet.Networks.Tests.Reference;

/// <summary>The optimizers from their papers, in double, with corrected averages kept as the papers write them.</summary>
internal sealed class ReferenceOptimizer(OptimizerSpec spec, int count)
{
    private readonly double[] _first = new double[count];
    private readonly double[] _second = new double[count];
    private int _update;

    /// <summary>The parameters after one more update.</summary>
    public double[] Step(double[] parameters, double[] gradient)
    {
        _update++;
        return [.. parameters.Select((p, i) => p - Change(i, gradient[i]))];
    }

    private double Change(int i, double g)
    {
        switch (spec)
        {
            case Momentum momentum:
                _first[i] = (momentum.Factor * _first[i]) + g;
                return momentum.LearningRate * _first[i];
            case Adam adam:
                _first[i] = (adam.Beta1 * _first[i]) + ((1 - adam.Beta1) * g);
                _second[i] = (adam.Beta2 * _second[i]) + ((1 - adam.Beta2) * g * g);
                double mean = _first[i] / (1 - Math.Pow(adam.Beta1, _update));
                double square = _second[i] / (1 - Math.Pow(adam.Beta2, _update));
                return adam.LearningRate * mean / (Math.Sqrt(square) + adam.Epsilon);
            default:
                return spec.LearningRate * g;
        }
    }
}
