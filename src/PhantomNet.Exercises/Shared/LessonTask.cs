namespace PhantomNet.Exercises.Shared;

/// <summary>A task: predict, run, explain. The app checks the middle from the live state.</summary>
/// <param name="Id">Names it within its step, for keeping what is done.</param>
/// <param name="Title">What it is about, in a few words.</param>
/// <param name="Predict">What the student commits to before looking.</param>
/// <param name="Run">What to do then.</param>
/// <param name="Observe">
/// Given the prediction (a number, or the index of the chosen option), says from the live state whether it has been done, what
/// came out, and how that compares with the prediction.
/// </param>
/// <param name="Explain">The question that ends it.</param>
public sealed record LessonTask(
    string Id,
    string Title,
    Prediction Predict,
    string Run,
    Func<double, Observation> Observe,
    Explanation Explain
);
