using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.WebAssembly.Hosting;
using PhantomNet.App.Kernels;
using PhantomNet.App.Platform;
using PhantomNet.App.Shell;
using PhantomNet.Exercises.Shared;
using PhantomNet.Networks.Runners;

await BrowserModules.ImportAsync();

WebAssemblyHostBuilder builder = WebAssemblyHostBuilder.CreateDefault(args);
builder.RootComponents.Add<CoursePage>("#app");
builder.RootComponents.Add<HeadOutlet>("head::after");
builder.Services.AddSingleton<EngineNews>();
builder.Services.AddSingleton<INetworkRunnerFactory, CompiledRunners>();
builder.Services.AddSingleton<IStore, BrowserStore>();
builder.Services.AddSingleton<ICanvasPainter, BrowserCanvas>();
builder.Services.AddSingleton<IFrameClock, BrowserFrames>();
builder.Services.AddSingleton<IFileSaver, BrowserFiles>();
builder.Services.AddSingleton<ILibraries, BrowserLibraries>();
builder.Services.AddSingleton<IPage, BrowserPage>();
builder.Services.AddSingleton<TaskProgress>();

await builder.Build().RunAsync();
