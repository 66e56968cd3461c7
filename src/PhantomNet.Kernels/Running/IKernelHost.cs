namespace PhantomNet.Kernels.Running;

/// <summary>
/// Where a compiled module runs: Wasmtime, or a worker of the browser. One exchange writes to its memory, calls one function and
/// reads from its memory, so that the border is crossed once. Tensors are picked out of it on the far side, which is compiled code.
/// </summary>
public interface IKernelHost : IAsyncDisposable
{
    /// <summary>Writes, calls and reads, in this order.</summary>
    /// <returns>What the function returned; 0 where it returns nothing or none was called.</returns>
    ValueTask<int> ExchangeAsync(KernelExchange exchange);
}
