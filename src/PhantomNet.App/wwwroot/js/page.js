// What the platform gives C# no way in to. Storage may throw on the mere look at it: in a frame of another site, for example.
const prefix = "phantomnet.";

export function readStore(key) {
  try {
    return localStorage.getItem(prefix + key);
  } catch {
    return null;
  }
}

export function writeStore(key, value) {
  try {
    localStorage.setItem(prefix + key, value);
    return true;
  } catch {
    return false;
  }
}

export function paint(canvasId, rgba, width, height) {
  const canvas = document.getElementById(canvasId);
  if (!canvas) {
    return;
  }
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const pixels = new ImageData(width, height);
  // A view of .NET's memory copies only into arrays of its own kind: not into the clamped array that ImageData has.
  rgba.copyTo(new Uint8Array(pixels.data.buffer));
  canvas.getContext("2d").putImageData(pixels, 0, 0);
}

function download(fileName, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  // The browser may read it after the click has returned.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

// Hands the runtime a file that it is to load. It would fetch that by itself, but never again once it has failed.
export async function fetchLibrary(file) {
  const asset = getDotnetRuntime(0).getConfig().resources.lazyAssembly.find(({ virtualPath }) => virtualPath === file);
  const url = new URL("../_framework/" + asset.name, import.meta.url).href;
  const response = await fetch(url, { cache: "no-cache", integrity: asset.hash });
  if (!response.ok) {
    throw new Error(`${url}: ${response.status}`);
  }
  asset.pendingDownload = { name: asset.name, url, response: Promise.resolve(response) };
}

export const save = (fileName, mediaType, content) => download(fileName, new Blob([content.slice()], { type: mediaType }));

export async function saveCanvas(fileName, canvasId) {
  const canvas = document.getElementById(canvasId);
  const blob = canvas && (await new Promise((done) => canvas.toBlob(done, "image/png")));
  if (blob) {
    download(fileName, blob);
  }
}

// What waits for a frame goes on when the frame has been drawn, each in a task of its own: what several parts of a page do in a
// frame, and the browser's own drawing, never add up to one long task.
const afterFrame = new MessageChannel();
const waiting = [];
afterFrame.port1.onmessage = () => waiting.shift()();

export const nextFrame = () =>
  new Promise((done) =>
    requestAnimationFrame(() => {
      waiting.push(done);
      afterFrame.port2.postMessage(null);
    }),
  );

// Goes on in the next task.
export const nextTask = () =>
  new Promise((done) => {
    waiting.push(done);
    afterFrame.port2.postMessage(null);
  });

export const now = () => performance.now();

export const theme = () => document.documentElement.dataset.theme ?? "system";

export function setTheme(name) {
  if (name === "system") {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = name;
  }
  writeStore("theme", name);
}

// In a task of its own: what is pressed is drawn first.
export function goTo(address, replace) {
  setTimeout(() => Blazor.navigateTo(address, { replaceHistoryEntry: replace }));
}

export const showTop = () => window.scrollTo(0, 0);

export const startReading = () => document.getElementById("step-title")?.focus({ preventScroll: true });

export const skipToContent = () => document.getElementById("main").focus();
