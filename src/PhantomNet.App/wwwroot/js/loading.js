// Says so when the runtime can't be loaded: a lost connection, a blocked file, a browser without WebAssembly. Once the app is
// there, these elements are gone and it speaks for itself.
function sayThatItFailed() {
  document.getElementById("loading-text")?.setAttribute("hidden", "");
  const message = document.getElementById("loading-failed");
  if (message) {
    // The base of the page's links would lose the step.
    message.querySelector("a").href = location.href;
    message.hidden = false;
  }
}

addEventListener("unhandledrejection", sayThatItFailed);
// Only while it is captured does the error of a script's file come here.
addEventListener("error", (event) => (event.target === window || event.target.tagName === "SCRIPT") && sayThatItFailed(), true);
