using PhantomNet.App.Platform;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;
using PhantomNet.Networks.Specs;
using PhantomNet.Networks.Training;

namespace PhantomNet.App.Kernels;

/// <summary>
/// Networks compiled to WebAssembly SIMD where the browser gives them a worker and the library that compiles arrives. Elsewhere the textbook
/// engine serves, slower and with the same meaning.
/// </summary>
internal sealed class CompiledRunners(ILibraries libraries, IFrameClock clock, EngineNews news) : INetworkRunnerFactory
{
    private static readonly string[] _libraries = ["PhantomNet.Wasm", "PhantomNet.Kernels"];

    private Task<bool>? _usable;

    /// <inheritdoc/>
    public ValueTask<INetworkRunner> CreateAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters
    )
    {
        TextbookRunner textbook = new(spec, settings, train, parameters, NewBreaks().TakeAsync);
        _usable ??= LoadAsync(); // so that it is there when the student presses Train
        return new(new WarmingRunner(textbook, state => CompileAsync(spec, settings, train, state)));
    }

    private async Task<INetworkRunner?> CompileAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters
    )
    {
        if (!await _usable!)
        {
            return null;
        }

        INetworkRunner? compiled = await KernelStart.TryAsync(spec, settings, train, parameters, news.Recover, NewBreaks());
        if (compiled is null)
        {
            _usable = Task.FromResult(false);
        }

        return compiled;
    }

    private async Task<bool> LoadAsync()
    {
        await KernelModules.ImportAsync();
        if (!KernelModules.HasWorkers())
        {
            return false;
        }

        foreach (string library in _libraries)
        {
            if (!await libraries.LoadAsync(library))
            {
                return false;
            }
        }

        await WarmUpAsync();
        return true;
    }

    private Task WarmUpAsync() => KernelStart.WarmUpAsync(NewBreaks());

    private Breaks NewBreaks() => new(() => clock.NowMs);
}
