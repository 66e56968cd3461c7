// Runs one compiled network away from the page: writes to its memory, calls a function, reads from its memory.
let network;

// Tensors are eight numbers each: address, channels, rows, columns, the bytes from one of these to the next, samples side by side.
function take(tensors, values) {
  const memory = new Float32Array(network.memory.buffer);
  let next = 0;
  for (let i = 0; i < tensors.length; i += 8) {
    const [address, channels, rows, columns, channelBytes, rowBytes, columnBytes, samples] = tensors.slice(i, i + 8);
    for (let n = 0; n < samples; n++) {
      for (let line = 0; line < channels * rows; line++) {
        let at = (address + Math.floor(line / rows) * channelBytes + (line % rows) * rowBytes) / 4 + n;
        for (let column = 0; column < columns; column++, at += columnBytes / 4) {
          values[next++] = memory[at];
        }
      }
    }
  }
}

const floats = (tensors) => {
  let sum = 0;
  for (let i = 0; i < tensors.length; i += 8) {
    sum += tensors[i + 1] * tensors[i + 2] * tensors[i + 3] * tensors[i + 7];
  }
  return sum;
};

async function answer({ module, bytes, writes, name, values, reads, tensors }) {
  if (module) {
    network = (await WebAssembly.instantiate(module)).instance.exports;
    return { result: 0 };
  }
  let offset = 0;
  for (let i = 0; i < writes.length; i += 2) {
    new Uint8Array(network.memory.buffer, writes[i], writes[i + 1]).set(new Uint8Array(bytes, offset, writes[i + 1]));
    offset += writes[i + 1];
  }
  const result = (name && network[name](...values)) || 0;
  const count = floats(tensors);
  const taken = new Uint8Array(reads.reduce((sum, length, i) => sum + (i % 2 && length), 4 * count));
  take(tensors, new Float32Array(taken.buffer, 0, count));
  offset = 4 * count;
  for (let i = 0; i < reads.length; i += 2) {
    taken.set(new Uint8Array(network.memory.buffer, reads[i], reads[i + 1]), offset);
    offset += reads[i + 1];
  }
  return { result, bytes: taken.buffer };
}

onmessage = async ({ data }) => {
  try {
    const reply = await answer(data);
    postMessage({ id: data.id, ...reply }, reply.bytes ? [reply.bytes] : []);
  } catch (error) {
    postMessage({ id: data.id, error: String(error) });
  }
};
