using PhantomNet.Networks.Optimizers;

namespace PhantomNet.Networks.Tests.PyTorch;

/// <summary>The optimizer as the fixture names it; what it leaves out is the default of both sides.</summary>
internal sealed record PyTorchOptimizer(
    string Kind,
    double Rate,
    double Factor,
    double Beta1 = 0.9,
    double Beta2 = 0.999,
    double Epsilon = 1e-8
)
{
    public OptimizerSpec Build() =>
        Kind switch
        {
            "SGD" => new Sgd(Rate),
            "momentum" => new Momentum(Rate, Factor),
            "Adam" => new Adam(Rate, Beta1, Beta2, Epsilon),
            _ => throw new NotSupportedException(Kind),
        };
}
