// Compiled networks, each in a worker of its own. Requests are numbered, so that replies may come in any order.
const hosts = new Map();
let lastHost = 0;

// A call takes milliseconds, and a worker that the system has ended says nothing.
const patienceMs = 30_000;
const lookEveryMs = 5_000;

export const hasWorkers = () => typeof Worker === "function";

class Host {
  #worker = new Worker(new URL("kernel-worker.js", import.meta.url));
  #watch = setInterval(() => this.#look(), lookEveryMs);
  #waiting = new Map();
  #last = 0;
  #fault = null;

  constructor() {
    this.#worker.onmessage = ({ data }) => {
      const { resolve, reject } = this.#waiting.get(data.id) ?? {};
      this.#waiting.delete(data.id);
      if (data.error === undefined) {
        resolve?.(data);
      } else {
        reject?.(new Error(data.error));
      }
    };
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.stop(event.message || "the browser could not start it");
    };
    this.#worker.onmessageerror = () => this.stop("a message to it was lost");
  }

  ask(request, transfer) {
    return new Promise((resolve, reject) => {
      if (this.#fault) {
        reject(new Error(this.#fault));
        return;
      }
      const id = ++this.#last;
      this.#waiting.set(id, { resolve, reject, since: performance.now() });
      this.#worker.postMessage({ ...request, id }, transfer);
    });
  }

  stop(fault) {
    this.#fault ??= fault;
    this.#worker.terminate();
    clearInterval(this.#watch);
    for (const { reject } of this.#waiting.values()) {
      reject(new Error(this.#fault));
    }
    this.#waiting.clear();
  }

  #look() {
    const now = performance.now();
    for (const request of this.#waiting.values()) {
      if (document.hidden) {
        request.since = now; // its worker may rest too
      } else if (now - request.since > patienceMs) {
        this.stop(`it gave no answer in ${patienceMs / 1000} seconds`);
        return;
      }
    }
  }
}

export async function start(module) {
  const host = new Host();
  try {
    await host.ask({ module: module.buffer }, [module.buffer]);
  } catch (error) {
    host.stop(error.message);
    throw error;
  }
  hosts.set(++lastHost, host);
  return lastHost;
}

// Places are pairs of address and length, first those to write from bytes, then those to read; the reply has the tensors before these.
export async function exchange(id, bytes, writes, name, values, reads, tensors) {
  const host = hosts.get(id);
  if (!host) {
    throw new Error("it was closed");
  }
  return host.ask({ bytes: bytes.buffer, writes, name, values, reads, tensors }, [bytes.buffer]);
}

export const result = (reply) => reply.result;

export const read = (reply) => new Uint8Array(reply.bytes);

export function stop(id) {
  hosts.get(id)?.stop("it was closed");
  hosts.delete(id);
}
