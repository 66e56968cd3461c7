"""Writes fixtures.json beside this file: small networks trained by PyTorch, against which the engine is held.

Run from the root of the repository, with PyTorch installed (Debian: python3-torch; last run with 1.13):

    python3 tests/PhantomNet.Networks.Tests/PyTorch/make_fixtures.py

The same PyTorch writes the same file: everything is drawn from a fixed seed, in float32, on one thread. Parameters lie in
the engine's order: layer by layer, weights [outputs, inputs] or [filters, channels, K, K] and then biases. Minibatches are taken in the order of the
samples, the last one of an epoch smaller where the batch size doesn't divide the number of samples.
"""

import json
import pathlib

import torch
from torch import nn

STEPS = 20
KEPT_STEPS = (1, 5, 20)  # after which the parameters are stored; the loss is stored at every step

torch.set_num_threads(1)

ACTIVATIONS = {
    "Sigmoid": nn.Sigmoid,
    "Tanh": nn.Tanh,
    "ReLU": nn.ReLU,
    "LeakyReLU": lambda: nn.LeakyReLU(0.01),
}

IMAGE_LAYERS = {
    "conv": lambda channels, filters, kernel, stride, padding: nn.Conv2d(channels, filters, kernel, stride, padding),
    "max": lambda channels, size, stride: nn.MaxPool2d(size, stride),
    "average": lambda channels, size, stride: nn.AvgPool2d(size, stride),
}

LOSSES = {
    "BinaryCrossEntropy": lambda z, t: nn.functional.binary_cross_entropy_with_logits(z[:, 0], t),
    "SoftmaxCrossEntropy": nn.functional.cross_entropy,
    "MeanSquaredError": nn.functional.mse_loss,
}

# With weights of the classes. One logit z is the two logits 0 and z: the weighted mean is over the sum of the weights.
WEIGHTED = {
    "BinaryCrossEntropy": lambda z, t, w: nn.functional.cross_entropy(
        torch.cat([torch.zeros_like(z), z], dim=1), t.long(), weight=w),
    "SoftmaxCrossEntropy": lambda z, t, w: nn.functional.cross_entropy(z, t, weight=w),
}

# name, input shape, layers, loss, optimizer, L2, samples, batch size, and weights of the classes if any. A number is a dense layer; an object has one key:
# {"conv": [filters, kernel, stride, padding]}, {"max": [size, stride]} or {"average": [size, stride]}.
CASES = [
    ("one neuron", [2], [1], "BinaryCrossEntropy", {"kind": "SGD", "rate": 0.5}, 0.0, 12, 12),
    ("one hidden layer", [2], [4, "Tanh", 1], "BinaryCrossEntropy", {"kind": "SGD", "rate": 0.3}, 0.0, 20, 5),
    ("leaky with L2", [3], [5, "LeakyReLU", 1], "BinaryCrossEntropy", {"kind": "SGD", "rate": 0.2}, 0.05, 11, 4),
    ("two hidden layers", [2], [6, "ReLU", 4, "ReLU", 1], "BinaryCrossEntropy", {"kind": "Adam", "rate": 0.01}, 0.0, 16, 6),
    ("softmax regression", [4], [3], "SoftmaxCrossEntropy", {"kind": "momentum", "rate": 0.1, "factor": 0.9}, 0.0, 15, 5),
    ("three classes", [3], [6, "Sigmoid", 3], "SoftmaxCrossEntropy", {"kind": "Adam", "rate": 0.02}, 0.01, 14, 4),
    ("image", [1, 3, 4], ["flatten", 5, "LeakyReLU", 2], "SoftmaxCrossEntropy",
     {"kind": "momentum", "rate": 0.05, "factor": 0.8}, 0.02, 9, 3),
    ("linear regression", [3], [2], "MeanSquaredError", {"kind": "SGD", "rate": 0.1}, 0.0, 10, 3),
    ("curve", [1], [8, "Tanh", 1], "MeanSquaredError", {"kind": "momentum", "rate": 0.05, "factor": 0.9}, 0.001, 13, 13),
    ("bounded outputs", [2], [5, "LeakyReLU", 4, "Tanh", 2, "Sigmoid"], "MeanSquaredError",
     {"kind": "Adam", "rate": 0.03, "beta1": 0.8, "beta2": 0.99, "epsilon": 1e-6}, 0.0, 8, 1),
    ("convolutions and max pooling", [1, 8, 8],
     [{"conv": [3, 3, 1, 1]}, "ReLU", {"max": [2, 2]}, {"conv": [4, 3, 1, 1]}, "ReLU", {"max": [2, 2]}, "flatten", 2],
     "SoftmaxCrossEntropy", {"kind": "momentum", "rate": 0.1, "factor": 0.9}, 0.01, 10, 4),
    ("strides, channels and average pooling", [2, 9, 7],
     [{"conv": [3, 3, 2, 1]}, "Tanh", {"average": [2, 1]}, {"conv": [2, 2, 1, 0]}, "LeakyReLU", "flatten", 1],
     "BinaryCrossEntropy", {"kind": "Adam", "rate": 0.02}, 0.0, 9, 3),
    ("windows that overlap", [1, 7, 9],
     [{"conv": [2, 5, 1, 3]}, {"max": [3, 2]}, "ReLU", {"conv": [3, 1, 1, 0]}, {"max": [2, 1]}, "flatten", 4, "Sigmoid", 2],
     "MeanSquaredError", {"kind": "SGD", "rate": 0.2}, 0.005, 7, 7),
    ("one logit with class weights", [2], [4, "Tanh", 1], "BinaryCrossEntropy", {"kind": "SGD", "rate": 0.3}, 0.01, 14, 4,
     [1.0, 2.5]),
    ("three classes with class weights", [3], [6, "ReLU", 3], "SoftmaxCrossEntropy", {"kind": "Adam", "rate": 0.02}, 0.0, 13, 5,
     [0.5, 1.0, 4.0]),
]


def digits(tensor):
    """Nine digits bring back every float32 exactly."""
    return [float(f"{value:.9g}") for value in tensor.detach().reshape(-1).tolist()]


def build(shape, layers):
    modules, shape = [], torch.Size(shape)
    for layer in layers:
        if layer == "flatten":
            modules.append(nn.Flatten())
        elif isinstance(layer, int):
            modules.append(nn.Linear(shape.numel(), layer))
        elif isinstance(layer, str):
            modules.append(ACTIVATIONS[layer]())
        else:
            [(kind, settings)] = layer.items()
            modules.append(IMAGE_LAYERS[kind](shape[0], *settings))
        shape = modules[-1](torch.zeros(1, *shape)).shape[1:]
    return nn.Sequential(*modules), shape.numel()


def draw_targets(loss, samples, outputs):
    if loss == "MeanSquaredError":
        return torch.rand(samples, outputs)
    return torch.randint(max(2, outputs), (samples,))


def make_optimizer(network, settings, l2):
    weights = [p for name, p in network.named_parameters() if name.endswith("weight")]
    biases = [p for name, p in network.named_parameters() if name.endswith("bias")]
    groups = [{"params": weights, "weight_decay": l2}, {"params": biases, "weight_decay": 0.0}]
    if settings["kind"] == "Adam":
        betas = (settings.get("beta1", 0.9), settings.get("beta2", 0.999))
        return torch.optim.Adam(groups, lr=settings["rate"], betas=betas, eps=settings.get("epsilon", 1e-8))
    return torch.optim.SGD(groups, lr=settings["rate"], momentum=settings.get("factor", 0.0))


def parameters_of(network):
    return digits(torch.cat([p.reshape(-1) for p in network.parameters()]))


def make_case(name, shape, layers, loss, settings, l2, samples, batch, weights=None):
    network, outputs = build(shape, layers)
    inputs = torch.randn(samples, *shape)
    targets = draw_targets(loss, samples, outputs)
    case = {
        "name": name, "shape": shape, "layers": layers, "loss": loss, "optimizer": settings, "l2": l2, "batch": batch,
        "inputs": digits(inputs), "targets": digits(targets), "start": parameters_of(network), "losses": [], "after": {},
    }
    if weights is not None:
        case["weights"] = weights
    if loss == "BinaryCrossEntropy":
        targets = targets.float()
    optimizer = make_optimizer(network, settings, l2)
    start = 0
    for step in range(1, STEPS + 1):
        rows = slice(start, min(start + batch, samples))
        optimizer.zero_grad()
        outputs = network(inputs[rows])
        value = (LOSSES[loss](outputs, targets[rows]) if weights is None
                 else WEIGHTED[loss](outputs, targets[rows], torch.tensor(weights)))
        value.backward()
        optimizer.step()
        case["losses"].append(float(f"{value.item():.9g}"))
        if step in KEPT_STEPS:
            case["after"][str(step)] = parameters_of(network)
        start = rows.stop % samples
    return case


def main():
    torch.manual_seed(6120)
    cases = [make_case(*case) for case in CASES]
    lines = ",\n".join(json.dumps(case, separators=(",", ":")) for case in cases)
    path = pathlib.Path(__file__).with_name("fixtures.json")
    path.write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    main()
