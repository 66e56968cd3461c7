using PhantomNet.Exercises.Shared;
using PhantomNet.Phantoms.Anatomy;
using PhantomNet.Phantoms.Anatomy.Diseases;
using PhantomNet.Phantoms.Images;

namespace PhantomNet.Exercises.Imaging.Step6Convolution;

/// <summary>The radiographs of the step: one patient with a round lesion in the right lung, as physics makes them, between frames.</summary>
public sealed class PatientImages(IFrameClock frames) : IDisposable
{
    private const double HomeXCm = -6.5;
    private const double HomeYCm = 2;
    private const double LesionCm = 4;

    private readonly ImageSlot _window = new(frames);
    private readonly ImageSlot _home = new(frames);
    private readonly ImageSlot _moved = new(frames);

    /// <summary>Small, for the window that slides.</summary>
    public TakenImage? Window => _window.Image;

    /// <summary>With the lesion where it was.</summary>
    public TakenImage? Home => _home.Image;

    /// <summary>With the lesion where it was moved to; null until it is taken.</summary>
    public TakenImage? Moved => _moved.Image;

    /// <summary>Whether a state needs radiographs that were not asked for.</summary>
    public bool AreStale(ConvolutionState state) =>
        _window.IsStale(ForWindow(state))
        || _home.IsStale(ForHome(state))
        || (ForMoved(state) is { } moved && _moved.IsStale(moved));

    /// <summary>Takes what the state needs, as it is by then; the task carries what went wrong.</summary>
    public async Task TakeAsync(Func<ConvolutionState> state)
    {
        await _window.TakeAsync(ForWindow(state()));
        await _home.TakeAsync(ForHome(state()));
        if (ForMoved(state()) is { } moved)
        {
            await _moved.TakeAsync(moved);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _window.Dispose();
        _home.Dispose();
        _moved.Dispose();
    }

    private static RadiographSettings ForWindow(ConvolutionState state) =>
        Settings(state, new(ConvolutionState.WindowSide), HomeXCm, HomeYCm);

    private static RadiographSettings ForHome(ConvolutionState state) =>
        Settings(state, new(ConvolutionState.ShiftSide), HomeXCm, HomeYCm);

    // Shown in the window of the first, so that grey means the same in both.
    private RadiographSettings? ForMoved(ConvolutionState state)
    {
        if (state is not { Moves: Moves.Lesion } || (state.Right == 0 && state.Down == 0) || _home.Window is null)
        {
            return null;
        }

        RadiographSettings home = ForHome(state);
        double cmPerPixel =
            home.Geometry.FieldCm / ConvolutionState.ShiftSide / home.Geometry.Magnification(0) / home.Patient.Size;
        return Settings(
            state,
            new(ConvolutionState.ShiftSide, _home.Window),
            HomeXCm + (state.Right * cmPerPixel),
            HomeYCm - (state.Down * cmPerPixel)
        );
    }

    private static RadiographSettings Settings(ConvolutionState state, ImageSettings image, double xCm, double yCm) =>
        new()
        {
            Patient = PatientSettings.Draw(state.Patient),
            Disease = new Disease(DiseaseKind.Nodule, SizeCm: LesionCm, Density: 1) { NoduleAt = (xCm, yCm) },
            Image = image,
        };
}
