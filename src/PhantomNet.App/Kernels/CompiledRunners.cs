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
        return new(new WarmingRunner(textbook, (state, looksFirst) => CompileAsync(spec, settings, train, state, looksFirst)));
    }

    private async Task<INetworkRunner?> CompileAsync(
        NetworkSpec spec,
        TrainingSettings settings,
        SampleSet train,
        float[] parameters,
        bool looksFirst
    )
    {
        if (!await _usable!)
        {
            return null;
        }

        try
        {
            INetworkRunner? compiled = await KernelStart.TryAsync(
                spec,
                settings,
                train,
                parameters,
                looksFirst,
                news.Recover,
                NewBreaks()
            );
            _usable = compiled is null ? Task.FromResult(false) : _usable;
            return compiled;
        }
        catch (ArgumentException)
        {
            return null; // too large for a module's memory, as others may not be
        }
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
