// Blazor looks for this file by its name. It defines pointer events that tell where they are within an element marked
// data-plane, and that capture the pointer on the way down, for neither of which Blazor has a way of its own.
export function afterStarted(blazor) {
  const events = { planedown: "pointerdown", planemove: "pointermove", planeup: "pointerup", planeleave: "pointerleave" };
  for (const [name, browserEventName] of Object.entries(events)) {
    blazor.registerCustomEventType(name, { browserEventName, createEventArgs });
  }
}

function createEventArgs(event) {
  const plane = event.target.closest("[data-plane]");
  const box = plane.getBoundingClientRect();
  if (event.type === "pointerdown" && event.button === 0) {
    plane.setPointerCapture(event.pointerId);
  }
  return {
    x: (event.clientX - box.left) / box.width,
    y: (event.clientY - box.top) / box.height,
    pressed: (event.buttons & 1) === 1,
  };
}
