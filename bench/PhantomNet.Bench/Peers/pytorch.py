"""PyTorch on one thread. Reads a question a line, { command, arguments }, and answers with a line, { result } or { error }."""

import json
import pathlib
import sys
import time

import numpy
import torch
from torch.nn import functional

torch.set_num_threads(1)
folder = pathlib.Path(sys.argv[1])


class Contestant:
    def load(self, name, **_):
        case = folder / name
        self.setup = json.loads((case / "case.json").read_text())
        self.values = torch.from_numpy(numpy.fromfile(case / "parameters.f32", "<f4"))
        inputs = torch.from_numpy(numpy.fromfile(case / "inputs.f32", "<f4"))
        shape = self.setup["input"] if len(self.setup["layers"]) and self.is_image() else [-1]
        self.inputs = inputs.reshape([len(self.setup["labels"]), *shape])
        self.labels = torch.tensor(self.setup["labels"])
        self.reset()

    def is_image(self):
        return any(layer["kind"] == "convolution" for layer in self.setup["layers"])

    def reset(self):
        self.parameters = []
        for layer in self.setup["layers"]:
            if "weights" not in layer:
                continue
            shape = (
                [layer["units"], layer["from"][0], layer["size"], layer["size"]]
                if layer["kind"] == "convolution"
                else [layer["units"], layer["from"][0] * layer["from"][1] * layer["from"][2]]
            )
            length = int(numpy.prod(shape))
            weights = self.values[layer["weights"] : layer["weights"] + length].reshape(shape).clone().requires_grad_()
            biases = self.values[layer["biases"] : layer["biases"] + layer["units"]].clone().requires_grad_()
            self.parameters += [weights, biases]
        self.optimizer = torch.optim.SGD(self.parameters, lr=self.setup["learningRate"], momentum=self.setup["momentum"])

    def forward(self, x):
        own = iter(self.parameters)
        for layer in self.setup["layers"]:
            kind = layer["kind"]
            if kind == "convolution":
                x = functional.conv2d(x, next(own), next(own), padding=layer["padding"])
            elif kind == "dense":
                x = functional.linear(x, next(own), next(own))
            elif kind == "pool":
                x = functional.max_pool2d(x, layer["size"])
            elif kind == "flatten":
                x = x.flatten(1)
            else:
                x = {"relu": torch.relu, "tanh": torch.tanh}[kind](x)
        return x

    def step(self, k):
        first = (k * self.setup["batch"]) % self.setup["count"]
        x = self.inputs[first : first + self.setup["batch"]]
        y = self.labels[first : first + self.setup["batch"]]
        self.optimizer.zero_grad()
        z = self.forward(x)
        if self.setup["outputs"] == 1:
            loss = functional.binary_cross_entropy_with_logits(z[:, 0], y.float())
        else:
            loss = functional.cross_entropy(z, y)
        loss.backward()
        self.optimizer.step()
        return loss

    def losses(self, steps):
        self.reset()
        return [self.step(k).item() for k in range(steps)]

    def outputs(self, count):
        self.reset()
        with torch.inference_mode():
            return self.forward(self.inputs[:count]).flatten().tolist()

    def train(self, ms):
        self.reset()
        k = 0

        def run():
            nonlocal k
            self.step(k)
            k += 1
            return self.setup["batch"]

        return rate(ms, run)

    def predict(self, ms, batch):
        self.reset()
        x = self.inputs[:batch]

        def run():
            with torch.inference_mode():
                self.forward(x)
            return batch

        return rate(ms, run)

    def version(self):
        return torch.__version__


def rate(ms, run):
    done = 0
    start = time.perf_counter()
    while True:
        done += run()
        passed = time.perf_counter() - start
        if passed >= ms / 1000:
            return done / passed


contestant = Contestant()
for line in sys.stdin:
    question = json.loads(line)
    try:
        answer = {"result": getattr(contestant, question["command"])(**question["arguments"])}
    except Exception as error:
        answer = {"error": str(error)}
    print(json.dumps(answer), flush=True)
