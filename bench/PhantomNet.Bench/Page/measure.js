// What all contestants share: the case they are given, and the clock.

/** The case's description with its parameters and inputs, the same bytes for everyone. */
export async function readCase(name) {
  const fetched = async (file) => {
    const response = await fetch(`cases/${name}/${file}`);
    if (!response.ok) throw new Error(`cases/${name}/${file}: ${response.status}`);
    return response;
  };
  const description = await (await fetched("case.json")).json();
  const parameters = new Float32Array(await (await fetched("parameters.f32")).arrayBuffer());
  const inputs = new Float32Array(await (await fetched("inputs.f32")).arrayBuffer());
  const bytes = async (file) => new Uint8Array(await (await fetched(file)).arrayBuffer());
  return { ...description, parameters, inputs, bytes };
}

/** Loads a script that puts its names on the page. */
export const script = (address) =>
  new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = address;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${address} could not be loaded.`));
    document.head.append(element);
  });

/** Calls `run`, which returns how many samples it did, until `ms` are over; samples a second. */
export function rate(ms, run) {
  let done = 0;
  const start = performance.now();
  for (;;) {
    done += run();
    const passed = performance.now() - start;
    if (passed >= ms) return (1000 * done) / passed;
  }
}

/** The same where `run` has to be waited for. */
export async function rateAsync(ms, run) {
  let done = 0;
  const start = performance.now();
  for (;;) {
    done += await run();
    const passed = performance.now() - start;
    if (passed >= ms) return (1000 * done) / passed;
  }
}

/** First losses and speed of what trains on its k-th minibatch when told `step(k)`, after a `reset`; `batch` tells its samples. */
export const byMinibatch = (reset, step, batch) => ({
  losses({ steps }) {
    reset();
    return Array.from({ length: steps }, (_, k) => step(k));
  },
  train({ ms }) {
    reset();
    let k = 0;
    return rate(ms, () => {
      step(k++);
      return batch();
    });
  },
});

/** A part of an array of `count` rows, starting again at its beginning. */
export const rows = (array, width, first, count) => array.subarray(first * width, (first + count) * width);
