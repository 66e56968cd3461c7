// A stand-in for the engine of TensorFlow Playground: its algorithm, written anew (docs/sources.md#playground). Each node and each link is an object; a sample
// goes forward node by node and back layer by layer, derivatives are summed up in nodes and links, and after a minibatch every
// weight moves by their mean. As there, a link can have a regularization (none has here) and be switched off by it.
import { rate, readCase } from "./measure.js";

const sigmoid = (x) => 1 / (1 + Math.exp(-x));

const activations = {
  tanh: {
    output: (x) => Math.tanh(x),
    der: (x) => {
      const y = Math.tanh(x);
      return 1 - y * y;
    },
  },
  relu: { output: (x) => Math.max(0, x), der: (x) => (x <= 0 ? 0 : 1) },
  sigmoid: {
    output: sigmoid,
    der: (x) => {
      const y = sigmoid(x);
      return y * (1 - y);
    },
  },
};

// Of −log y, where Playground has the square of a difference.
const crossEntropy = { der: (y, target) => (y - target) / Math.max(1e-12, y * (1 - y)) };

class Link {
  errorDer = 0;
  summedErrorDer = 0;
  count = 0;
  isDead = false;
  regularization = null;
  constructor(source, dest, weight) {
    this.id = `${source.id}-${dest.id}`;
    this.source = source;
    this.dest = dest;
    this.weight = weight;
  }
}

class Node {
  inputLinks = [];
  outputLinks = [];
  totalInput = 0;
  output = 0;
  outputDer = 0;
  inputDer = 0;
  summedInputDer = 0;
  count = 0;
  constructor(id, activation, bias) {
    this.id = id;
    this.activation = activation;
    this.bias = bias;
  }

  updateOutput() {
    this.totalInput = this.bias;
    for (let j = 0; j < this.inputLinks.length; j++) {
      const link = this.inputLinks[j];
      this.totalInput += link.weight * link.source.output;
    }
    this.output = this.activation.output(this.totalInput);
    return this.output;
  }
}

let setup, network, points;

export async function load({ name }) {
  setup = await readCase(name);
  points = setup.labels.map((label, n) => ({ x: setup.inputs[2 * n], y: setup.inputs[2 * n + 1], label }));
  reset();
}

function reset() {
  network = [["x", "y"].map((id) => new Node(id, null, 0))];
  setup.layers.forEach((layer, i) => {
    if (layer.kind !== "dense") return;
    const before = network.at(-1);
    const activation = activations[setup.layers[i + 1]?.kind ?? "sigmoid"];
    network.push(Array.from({ length: layer.units }, (_, unit) => {
      const node = new Node(`${network.length}.${unit}`, activation, setup.parameters[layer.biases + unit]);
      before.forEach((source, j) => {
        const link = new Link(source, node, setup.parameters[layer.weights + unit * before.length + j]);
        source.outputLinks.push(link);
        node.inputLinks.push(link);
      });
      return node;
    }));
  });
}

function forwardProp(inputs) {
  const first = network[0];
  for (let i = 0; i < first.length; i++) first[i].output = inputs[i];
  for (let l = 1; l < network.length; l++) {
    const layer = network[l];
    for (let i = 0; i < layer.length; i++) layer[i].updateOutput();
  }
  return network[network.length - 1][0].output;
}

function backProp(target, error) {
  const last = network[network.length - 1][0];
  last.outputDer = error.der(last.output, target);
  for (let l = network.length - 1; l >= 1; l--) {
    const layer = network[l];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      node.inputDer = node.outputDer * node.activation.der(node.totalInput);
      node.summedInputDer += node.inputDer;
      node.count++;
    }
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        if (link.isDead) continue;
        link.errorDer = node.inputDer * link.source.output;
        link.summedErrorDer += link.errorDer;
        link.count++;
      }
    }
    if (l === 1) continue;
    const before = network[l - 1];
    for (let i = 0; i < before.length; i++) {
      const node = before[i];
      node.outputDer = 0;
      for (let j = 0; j < node.outputLinks.length; j++) {
        const link = node.outputLinks[j];
        node.outputDer += link.weight * link.dest.inputDer;
      }
    }
  }
}

function updateWeights(learningRate, regularizationRate) {
  for (let l = 1; l < network.length; l++) {
    const layer = network[l];
    for (let i = 0; i < layer.length; i++) {
      const node = layer[i];
      if (node.count > 0) {
        node.bias -= (learningRate * node.summedInputDer) / node.count;
        node.summedInputDer = 0;
        node.count = 0;
      }
      for (let j = 0; j < node.inputLinks.length; j++) {
        const link = node.inputLinks[j];
        if (link.isDead) continue;
        const regularizing = link.regularization ? link.regularization.der(link.weight) : 0;
        if (link.count === 0) continue;
        link.weight -= (learningRate / link.count) * link.summedErrorDer;
        const next = link.weight - learningRate * regularizationRate * regularizing;
        if (link.regularization?.isL1 && link.weight * next < 0) {
          link.weight = 0;
          link.isDead = true;
        } else link.weight = next;
        link.summedErrorDer = 0;
        link.count = 0;
      }
    }
  }
}

// An array of inputs for each point, as the page makes it from what is switched on.
const inputsOf = (point) => [point.x, point.y];

function epoch() {
  points.forEach((point, i) => {
    forwardProp(inputsOf(point));
    backProp(point.label, crossEntropy);
    if ((i + 1) % setup.batch === 0) updateWeights(setup.learningRate, 0);
  });
}

export function losses({ steps }) {
  reset();
  return Array.from({ length: steps }, (_, k) => {
    let loss = 0;
    for (const point of points.slice(k * setup.batch, (k + 1) * setup.batch)) {
      const y = forwardProp(inputsOf(point));
      loss -= Math.log(point.label ? y : 1 - y);
      backProp(point.label, crossEntropy);
    }
    updateWeights(setup.learningRate, 0);
    return loss / setup.batch;
  });
}

export function train({ ms }) {
  reset();
  return rate(ms, () => {
    epoch();
    return setup.count;
  });
}
