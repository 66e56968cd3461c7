using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace PhantomNet.Exercises;

/// <summary>
/// The component that shows a step. It is named, because its library may be one that is loaded when the step is opened.
/// </summary>
/// <param name="Name">Of the component, with its namespace.</param>
/// <param name="Library">The assembly that it is in.</param>
public sealed record StepComponent(string Name, string Library)
{
    /// <summary>The component itself; null until its library is loaded.</summary>
    // Trimming keeps it: a library of ours is published whole, and loaded whole.
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Libraries of ours are not trimmed.")]
    [UnconditionalSuppressMessage("Trimming", "IL2073", Justification = "Libraries of ours are not trimmed.")]
    public Type? Type => Loaded(Library)?.GetType(Name);

    /// <summary>A component that comes with the app.</summary>
    public static StepComponent Of<TComponent>() =>
        new(typeof(TComponent).FullName!, typeof(TComponent).Assembly.GetName().Name!);

    private static Assembly? Loaded(string library) =>
        Array.Find(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name == library);
}
