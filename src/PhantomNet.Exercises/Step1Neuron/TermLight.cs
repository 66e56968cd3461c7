using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Step1Neuron;

/// <summary>
/// Which term is lit: the one under the pointer or with the focus, else the one that was tapped. A view of the page, not of the
/// state: it isn't in the address.
/// </summary>
/// <param name="owner">Drawn again after each change.</param>
public sealed class TermLight(IHandleEvent owner)
{
    private readonly Dictionary<(NeuronTerm Term, bool Pins), IReadOnlyDictionary<string, object>> _handlers = [];
    private NeuronTerm? _pointed;

    /// <summary>The term that stays lit after a tap.</summary>
    public NeuronTerm? Pinned { get; private set; }

    /// <summary>The term that is lit, if any.</summary>
    public NeuronTerm? Lit => _pointed ?? Pinned;

    /// <summary>The class of an element that shows this term.</summary>
    public string? Class(NeuronTerm term) => Lit == term ? "lit" : null;

    /// <summary>Handlers for an element that shows this term, to be spread over it.</summary>
    /// <param name="term">The term.</param>
    /// <param name="pins">Whether a tap keeps it lit.</param>
    public IReadOnlyDictionary<string, object> On(NeuronTerm term, bool pins = true)
    {
        if (!_handlers.TryGetValue((term, pins), out IReadOnlyDictionary<string, object>? handlers))
        {
            handlers = Make(term, pins);
            _handlers[(term, pins)] = handlers;
        }

        return handlers;
    }

    private Dictionary<string, object> Make(NeuronTerm term, bool pins)
    {
        EventCallback point = Callback(() => _pointed = term);
        EventCallback leave = Callback(() => _pointed = _pointed == term ? null : _pointed);
        Dictionary<string, object> handlers = new(StringComparer.Ordinal)
        {
            ["onpointerenter"] = point,
            ["onpointerleave"] = leave,
            ["onfocusin"] = point,
            ["onfocusout"] = leave,
        };
        if (pins)
        {
            handlers["onclick"] = Callback(() => Pinned = Pinned == term ? null : term);
        }

        return handlers;
    }

    private EventCallback Callback(Action change) => new(owner, change);
}
