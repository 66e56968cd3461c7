using System.Runtime.InteropServices.JavaScript;
using Microsoft.AspNetCore.Components.WebAssembly.Services;
using PhantomNet.Exercises.Shared;

namespace PhantomNet.App.Platform;

/// <summary>Files beside those of the runtime, checked against the build as they are, and loaded by its loader.</summary>
internal sealed class BrowserLibraries(LazyAssemblyLoader loader, IFrameClock frames) : ILibraries
{
    public async Task<bool> LoadAsync(string name)
    {
        try
        {
            string file = name + ".wasm";
            await BrowserModules.FetchLibraryAsync(file);
            await frames.NextTaskAsync();
            await loader.LoadAssembliesAsync([file]);
            return true;
        }
        catch (JSException)
        {
            // No connection, or a file that isn't the one that the app was built with.
            return false;
        }
    }
}
