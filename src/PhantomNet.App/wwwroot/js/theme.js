// Runs before the first paint, so that a chosen theme doesn't flash.
try {
  const theme = localStorage.getItem("phantomnet.theme");
  if (theme === "dark" || theme === "light") {
    document.documentElement.dataset.theme = theme;
  }
} catch {
  // Storage is refused: the system's choice stands.
}
