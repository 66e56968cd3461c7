namespace PhantomNet.Kernels.Running;

/// <summary>Makes modules ready to run.</summary>
public interface IKernelHostFactory
{
    /// <summary>Compiles a module's bytes to the machine's code, with fresh memory.</summary>
    ValueTask<IKernelHost> StartAsync(NetworkModule module);
}
