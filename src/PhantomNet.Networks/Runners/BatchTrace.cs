namespace PhantomNet.Networks.Runners;

/// <summary>
/// Everything that one forward and backward pass computed, without an update. Of a pass forward alone there is no loss (NaN) and are no
/// gradients (empty).
/// </summary>
/// <param name="Loss">Mean loss of the batch, without the L2 term.</param>
/// <param name="Outputs">What left each layer: [layer][batch, length].</param>
/// <param name="OutputGradients">∂(mean loss)/∂(those outputs): [layer][batch, length].</param>
/// <param name="ParameterGradients">∂(mean loss)/∂parameters, without the L2 term.</param>
public sealed record BatchTrace(double Loss, float[][] Outputs, float[][] OutputGradients, float[] ParameterGradients);
