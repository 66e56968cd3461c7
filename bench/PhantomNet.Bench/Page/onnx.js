// ONNX Runtime Web 1.30.0, WebAssembly on one thread. It predicts alone.
import { rateAsync, readCase, rows } from "./measure.js";

let setup, session, runtime;

export async function load({ name }) {
  const folder = new URL("node_modules/onnxruntime-web/dist/", location.href).href;
  runtime ??= await import(`${folder}ort.wasm.min.mjs`);
  runtime.env.wasm.numThreads = 1;
  runtime.env.wasm.wasmPaths = folder;
  setup = await readCase(name);
  await session?.release();
  session = await runtime.InferenceSession.create(await setup.bytes("network.onnx"), {
    executionProviders: ["wasm"], graphOptimizationLevel: "all", intraOpNumThreads: 1, interOpNumThreads: 1,
  });
}

const images = (count) => {
  const data = rows(setup.inputs, setup.input.reduce((a, b) => a * b), 0, count).slice();
  return new runtime.Tensor("float32", data, [count, ...setup.input]);
};

export async function outputs({ count }) {
  return [...(await session.run({ x: images(count) })).y.data];
}

export async function predict({ ms, batch }) {
  const x = images(batch);
  return await rateAsync(ms, async () => {
    await session.run({ x });
    return batch;
  });
}
