using Microsoft.AspNetCore.Components;

namespace PhantomNet.Exercises.Shared;

/// <summary>
/// Events of an element marked <c>data-plane</c>: down captures the pointer, so a drag goes on outside; move comes at most once a
/// frame. And keys of a handle, on which arrows don't scroll the page while Tab still moves on.
/// </summary>
[EventHandler("onplanedown", typeof(PlanePointerEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onplanemove", typeof(PlanePointerEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onplaneup", typeof(PlanePointerEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onplaneleave", typeof(PlanePointerEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
[EventHandler("onarrowkey", typeof(ArrowKeyEventArgs), enableStopPropagation: true, enablePreventDefault: true)]
public static class EventHandlers { }
