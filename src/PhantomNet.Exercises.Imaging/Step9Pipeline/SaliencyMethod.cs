namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>How a saliency map is made.</summary>
public enum SaliencyMethod
{
    /// <summary>Maps of the last convolution, weighed by their mean gradient.</summary>
    GradCam,

    /// <summary>Patches covered with the mean grey.</summary>
    Grey,

    /// <summary>Patches covered with the same patient's pixels without the disease.</summary>
    Healthy,
}
