// The network that PhantomNet compiled.
import { rate, readCase } from "./measure.js";

let setup, module, memory, calls, map;

const view = (Type, [address, length]) => new Type(memory.buffer, address, length / 4);

export async function load({ name }) {
  setup = await readCase(name);
  map = setup.map;
  ({ module } = await WebAssembly.instantiate(await setup.bytes("network.wasm")));
  await start();
}

// Fresh memory, so that every round begins with the same parameters.
async function start() {
  calls = (await WebAssembly.instantiate(module)).exports;
  memory = calls.memory;
  if (setup.staged) view(Float32Array, map.stagedInputs).set(setup.inputs.subarray(0, map.stagedInputs[1] / 4));
  else view(Float32Array, map.inputs).set(setup.inputs);
  reset();
}

function reset() {
  view(Float32Array, map.parameters).set(setup.parameters);
  view(Float32Array, map.slots).fill(0);
  view(Int32Array, map.updates).fill(0);
  if (setup.staged) return;
  view(Float32Array, map.targets).set(setup.labels);
  view(Int32Array, map.order).forEach((_, i, all) => { all[i] = i % setup.count; });
  // Epoch after epoch, as far as there is room: the last minibatch of each may be smaller.
  const all = minibatches();
  view(Int32Array, map.bounds).forEach((_, i, bounds) => {
    bounds[i] = Math.floor(i / all) * setup.count + (i % all) * setup.batch;
  });
}

const minibatches = () => Math.ceil(setup.count / setup.batch);

// A small set is gone through many times in one call, as the app does.
const epochsOfCall = () => Math.min(16, Math.floor(map.order[1] / 4 / setup.count));

function trainSome(first, count) {
  if (calls.train(first, count) !== count) throw new Error("The training diverged.");
  return new Float64Array(memory.buffer, map.lossSum[0], 1)[0];
}

export function losses({ steps }) {
  reset();
  return Array.from({ length: steps }, (_, k) => trainSome(k, 1));
}

export function outputs({ count }) {
  reset();
  const from = setup.staged ? map.stagedInputs[0] : map.inputs[0];
  calls.predict(from, count, map.stagedOutputs[0]);
  return [...view(Float32Array, map.stagedOutputs).subarray(0, count * setup.outputs)];
}

export function train({ ms }) {
  reset();
  const epochs = setup.count > 200 ? 1 : epochsOfCall();
  const all = epochs * minibatches();
  return rate(ms, () => {
    trainSome(0, all);
    return epochs * setup.count;
  });
}

export function predict({ ms, batch }) {
  reset();
  const room = Math.min(batch, map.stagedOutputs[1] / 4 / setup.outputs);
  const from = setup.staged ? map.stagedInputs[0] : map.inputs[0];
  return rate(ms, () => {
    calls.predict(from, room, map.stagedOutputs[0]);
    return room;
  });
}

// Nanoseconds of a call to one layer's function, after the network has been through once.
export function time({ ms, name }) {
  reset();
  trainSome(0, 1);
  const run = calls[name];
  return 1e9 / rate(ms, () => {
    for (let i = 0; i < 16; i++) run(setup.arena);
    return 16;
  });
}

const peaks = new Map();

// Calls a second of a module that does nothing but multiply and add.
export async function peak({ ms, file }) {
  if (!peaks.has(file)) {
    const bytes = await (await fetch(file)).arrayBuffer();
    peaks.set(file, (await WebAssembly.instantiate(bytes)).instance.exports.peak);
  }

  const run = peaks.get(file);
  return rate(ms, () => {
    run();
    return 1;
  });
}
