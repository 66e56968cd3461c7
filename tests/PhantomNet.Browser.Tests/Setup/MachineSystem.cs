namespace PhantomNet.Browser.Tests.Setup;

/// <summary>Systems whose usual places for a browser are known.</summary>
public enum MachineSystem
{
    /// <summary>Linux and what resembles it.</summary>
    Linux,

    /// <summary>macOS.</summary>
    Mac,

    /// <summary>Windows.</summary>
    Windows,
}
