// ConvNetJS 0.3.0: one sample at a time, in doubles; images lie as [row][column][channel].
import { byMinibatch, rate, readCase, rows, script } from "./measure.js";

let setup, net, trainer, images;

export async function load({ name }) {
  await script("node_modules/convnetjs/build/convnet.js");
  setup = await readCase(name);
  const [channels, height, width] = setup.input;
  images = setup.labels.map((_, n) => {
    const image = new convnetjs.Vol(width, height, channels, 0);
    const pixels = rows(setup.inputs, channels * height * width, n, 1);
    pixels.forEach((value, i) => { image.w[(i % (height * width)) * channels + Math.floor(i / (height * width))] = value; });
    return image;
  });
  reset();
}

function definitions() {
  const [channels, height, width] = setup.input;
  const all = [{ type: "input", out_sx: width, out_sy: height, out_depth: channels }];
  setup.layers.forEach((layer, i) => {
    const relu = setup.layers[i + 1]?.kind === "relu" ? { activation: "relu" } : {};
    if (layer.kind === "convolution")
      all.push({ type: "conv", sx: layer.size, filters: layer.units, stride: 1, pad: layer.padding, ...relu });
    else if (layer.kind === "pool") all.push({ type: "pool", sx: layer.size, stride: layer.size });
    else if (layer.kind === "dense" && i === setup.layers.length - 1) all.push({ type: "softmax", num_classes: layer.units });
    else if (layer.kind === "dense") all.push({ type: "fc", num_neurons: layer.units, ...relu });
  });
  return all;
}

function reset() {
  net = new convnetjs.Net();
  net.makeLayers(definitions());
  const ours = setup.layers.filter((layer) => "weights" in layer);
  net.layers.filter((layer) => layer.filters).forEach((theirs, i) => fill(theirs, ours[i]));
  trainer = new convnetjs.SGDTrainer(net, {
    method: "sgd", learning_rate: setup.learningRate, momentum: setup.momentum, batch_size: setup.batch, l2_decay: 0, l1_decay: 0,
  });
}

// Ours are [unit][channel][row][column], a dense layer's inputs too where they were an image.
function fill(theirs, ours) {
  const [channels, height, width] = ours.kind === "convolution" ? [ours.from[0], ours.size, ours.size] : ours.from;
  const length = channels * height * width;
  theirs.filters.forEach((filter, unit) => {
    for (let i = 0; i < length; i++)
      filter.w[(i % (height * width)) * channels + Math.floor(i / (height * width))] =
        setup.parameters[ours.weights + unit * length + i];
    theirs.biases.w[unit] = setup.parameters[ours.biases + unit];
  });
}

function step(k) {
  let loss = 0;
  const first = (k * setup.batch) % setup.count;
  for (let n = first; n < first + setup.batch; n++) loss += trainer.train(images[n], setup.labels[n]).cost_loss;
  return loss / setup.batch;
}

export const { losses, train } = byMinibatch(reset, step, () => setup.batch);

export function outputs({ count }) {
  reset();
  return images.slice(0, count).flatMap((image) => {
    net.forward(image);
    return [...net.layers.at(-1).in_act.w];
  });
}

export function predict({ ms, batch }) {
  reset();
  let n = 0;
  return rate(ms, () => {
    for (let i = 0; i < batch; i++) net.forward(images[n++ % images.length]);
    return batch;
  });
}
