namespace PhantomNet.Networks;

/// <summary>Values and derivatives of the activation functions.</summary>
public static class Activations
{
    /// <summary>The slope of the leaky ReLU below zero.</summary>
    public const float LeakySlope = 0.01f;

    /// <summary>f(z).</summary>
    public static float Value(this Activation function, float z) =>
        function switch
        {
            Activation.Identity => z,
            Activation.Step => z > 0 ? 1 : 0,
            Activation.Sigmoid => Sigmoid(z),
            Activation.Tanh => MathF.Tanh(z),
            Activation.ReLU => z <= 0 ? 0 : z, // NaN stays NaN: a zero would hide a network that has overflowed
            Activation.LeakyReLU => z > 0 ? z : LeakySlope * z,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, message: null),
        };

    /// <summary>
    /// f′(z) from the value a = f(z), which is all that backward keeps. At the corner of ReLU and leaky ReLU (z = 0) it is the
    /// slope from the left.
    /// </summary>
    public static float DerivativeFromValue(this Activation function, float a) =>
        function switch
        {
            Activation.Identity => 1,
            Activation.Step => 0,
            Activation.Sigmoid => a * (1 - a),
            Activation.Tanh => 1 - (a * a),
            Activation.ReLU => a > 0 ? 1 : 0,
            Activation.LeakyReLU => a > 0 ? 1 : LeakySlope,
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, message: null),
        };

    /// <summary>f′(z).</summary>
    public static float Derivative(this Activation function, float z) => function.DerivativeFromValue(function.Value(z));

    /// <summary>1 / (1 + e⁻ᶻ), written so that neither side overflows.</summary>
    public static float Sigmoid(float z)
    {
        float e = MathF.Exp(-MathF.Abs(z));
        return z >= 0 ? 1 / (1 + e) : e / (1 + e);
    }

    /// <summary>The name as the field writes it.</summary>
    public static string Name(this Activation function) =>
        function switch
        {
            Activation.Identity => "identity",
            Activation.Step => "step",
            Activation.Sigmoid => "sigmoid",
            Activation.Tanh => "tanh",
            Activation.ReLU => "ReLU",
            Activation.LeakyReLU => "leaky ReLU",
            _ => throw new ArgumentOutOfRangeException(nameof(function), function, message: null),
        };
}
