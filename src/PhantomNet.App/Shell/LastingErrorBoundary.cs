using Microsoft.AspNetCore.Components.Web;

namespace PhantomNet.App.Shell;

/// <summary>
/// An error boundary that still shows its message when several children fail at once. For each failure the renderer empties the
/// boundary, and only for the first does it draw the message: the second leaves nothing.
/// </summary>
public sealed class LastingErrorBoundary : ErrorBoundary
{
    /// <inheritdoc/>
    protected override async Task OnErrorAsync(Exception exception)
    {
        await base.OnErrorAsync(exception);
        // By then all that failed together has failed.
        await Task.Yield();
        StateHasChanged();
    }
}
