// TensorFlow.js 4.22.0 with one of its backends; images lie as [row][column][channel].
import { byMinibatch, rate, readCase, rows, script } from "./measure.js";

let setup, variables, xs, ys, optimizer;
const packages = "node_modules/@tensorflow/";

export async function load({ name, backend }) {
  if (!globalThis.tf) {
    await script(`${packages}tfjs/dist/tf.min.js`);
    if (backend === "wasm") {
      await script(`${packages}tfjs-backend-wasm/dist/tf-backend-wasm.min.js`);
      tf.wasm.setWasmPaths(`${packages}tfjs-backend-wasm/dist/`);
    }
    if (!(await tf.setBackend(backend).catch(() => false))) throw new Error(`This browser has no ${backend}.`);
    await tf.ready();
  }
  optimizer?.dispose();
  optimizer = null;
  tf.disposeVariables();
  [...(xs?.values() ?? []), ...(ys?.values() ?? [])].forEach((tensor) => tensor.dispose());
  setup = await readCase(name);
  xs = new Map();
  ys = new Map();
  variables = setup.layers.filter((layer) => "weights" in layer).map((layer) => {
    const [weights, biases] = values(layer);
    return { weights: tf.variable(weights), biases: tf.variable(biases) };
  });
}

// Ours are [unit][channel][row][column], a dense layer's inputs too where they were an image.
function values(layer) {
  const [channels, height, width] = layer.kind === "convolution" ? [layer.from[0], layer.size, layer.size] : layer.from;
  const length = channels * height * width;
  const all = tf.tensor(setup.parameters.slice(layer.weights, layer.weights + layer.units * length), [layer.units, channels, height, width]);
  const turned = all.transpose([2, 3, 1, 0]);
  const weights = layer.kind === "convolution" ? turned : turned.reshape([length, layer.units]);
  return [weights, tf.tensor1d(setup.parameters.slice(layer.biases, layer.biases + layer.units))];
}

function reset() {
  setup.layers.filter((layer) => "weights" in layer).forEach((layer, i) => tf.tidy(() => {
    const [weights, biases] = values(layer);
    variables[i].weights.assign(weights);
    variables[i].biases.assign(biases);
  }));
  optimizer?.dispose();
  optimizer = tf.train.momentum(setup.learningRate, setup.momentum);
}

function images(first, count) {
  const key = `${first}+${count}`;
  if (!xs.has(key)) {
    const [channels, height, width] = setup.input;
    const data = rows(setup.inputs, channels * height * width, first, count).slice();
    xs.set(key, tf.tidy(() => tf.tensor(data, [count, channels, height, width]).transpose([0, 2, 3, 1])));
    ys.set(key, tf.tidy(() => tf.oneHot(tf.tensor1d(setup.labels.slice(first, first + count), "int32"), setup.outputs).toFloat()));
  }
  return [xs.get(key), ys.get(key)];
}

// Bias and ReLU fused into the layer, as its own converter does.
function forward(x) {
  let next = 0;
  setup.layers.forEach((layer, i) => {
    const activation = setup.layers[i + 1]?.kind === "relu" ? "relu" : "linear";
    if (layer.kind === "convolution") {
      const { weights, biases } = variables[next++];
      x = tf.fused.conv2d({ x, filter: weights, strides: 1, pad: layer.padding ? "same" : "valid", bias: biases, activation });
    } else if (layer.kind === "dense") {
      const { weights, biases } = variables[next++];
      x = tf.fused.matMul({ a: x, b: weights, bias: biases, activation });
    } else if (layer.kind === "pool") x = tf.maxPool(x, layer.size, layer.size, "valid");
    else if (layer.kind === "flatten") x = x.reshape([x.shape[0], -1]);
  });
  return x;
}

function step(k) {
  const [x, y] = images((k * setup.batch) % setup.count, setup.batch);
  return tf.tidy(() => optimizer.minimize(() => tf.losses.softmaxCrossEntropy(y, forward(x)), true).dataSync()[0]);
}

export const { losses, train } = byMinibatch(reset, step, () => setup.batch);

export function outputs({ count }) {
  reset();
  const [x] = images(0, count);
  return [...tf.tidy(() => forward(x).dataSync())];
}

export function predict({ ms, batch }) {
  reset();
  const [x] = images(0, batch);
  return rate(ms, () => {
    tf.tidy(() => forward(x).dataSync());
    return batch;
  });
}
