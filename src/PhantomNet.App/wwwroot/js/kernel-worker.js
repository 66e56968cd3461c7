// Runs one compiled network away from the page: writes to its memory, calls a function, reads from its memory.
let network;

async function answer({ module, bytes, writes, name, values, reads }) {
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
  const taken = new Uint8Array(reads.reduce((sum, length, i) => sum + (i % 2 && length), 0));
  offset = 0;
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
