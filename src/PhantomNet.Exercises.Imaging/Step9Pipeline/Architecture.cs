namespace PhantomNet.Exercises.Imaging.Step9Pipeline;

/// <summary>Which network's stages are shown.</summary>
public enum Architecture
{
    /// <summary>The one that comes with the app, trained on phantoms.</summary>
    Trained,

    /// <summary>The course's, for images of 224×224: its spec alone, no weights.</summary>
    Course,
}
