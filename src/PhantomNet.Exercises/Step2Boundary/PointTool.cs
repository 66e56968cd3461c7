namespace PhantomNet.Exercises.Step2Boundary;

/// <summary>What a pointer on the plane does.</summary>
public enum PointTool
{
    /// <summary>Tells the score where it is.</summary>
    Look,

    /// <summary>Adds a training point of class Normal.</summary>
    AddNormal,

    /// <summary>Adds a training point of class Pneumonia.</summary>
    AddPneumonia,

    /// <summary>Drags the nearest training point.</summary>
    Move,

    /// <summary>Removes the nearest training point.</summary>
    Remove,
}
