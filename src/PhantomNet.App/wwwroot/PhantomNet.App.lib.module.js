// Blazor looks for this file by its name. It defines pointer events that tell where they are within an element marked
// data-plane, and that capture the pointer on the way down, and a key event whose arrows don't scroll the page: for none of
// these has Blazor a way of its own.
export function afterStarted(blazor) {
  const events = { planedown: "pointerdown", planemove: "pointermove", planeup: "pointerup", planeleave: "pointerleave" };
  for (const [name, browserEventName] of Object.entries(events)) {
    blazor.registerCustomEventType(name, { browserEventName, createEventArgs });
  }
  blazor.registerCustomEventType("arrowkey", { browserEventName: "keydown", createEventArgs: createKeyArgs });
}

function createKeyArgs(event) {
  if (event.key.startsWith("Arrow") && !event.ctrlKey && !event.altKey && !event.metaKey) {
    event.preventDefault();
  }
  return { key: event.key, shift: event.shiftKey };
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
