namespace PhantomNet.Kernels.Running;

/// <summary>A host has ended, with its module's memory, while something was asked of it or before.</summary>
/// <param name="message">What is known of why.</param>
/// <param name="innerException">What the platform said.</param>
public sealed class KernelHostLostException(string message, Exception? innerException = null)
    : Exception(message, innerException);
