// Simulations off the main thread; where no worker may be started, in slices on it.

import { address } from "./files";

/** How many there are, that no worker could be started, what all of them say, or that they failed. */
export type Tell = (message: number | "without worker" | Float64Array | null) => void;

/** What the worker's script offers where it is used without a worker. */
interface Simulator {
  open(study: Float64Array): Promise<Simulation>;
}

interface Simulation {
  step(count: number): number;
  readonly total: number;
  result(): Float64Array;
  free(): void;
}

/** How long a slice on the main thread may take, milliseconds. */
const SLICE = 12;
/** Simulations between two looks at the clock. */
const STEP = 25;

/** Another origin's script cannot be a worker, but a Blob of ours may import it. */
function startWorker(): Worker {
  const script = address("worker.js");
  const own = new URL(script).origin === location.origin;
  if (own) return new Worker(script, { type: "module" });
  const blob = new Blob([`import ${JSON.stringify(script)};`], { type: "text/javascript" });
  const url = URL.createObjectURL(blob);
  try {
    return new Worker(url, { type: "module" });
  } finally {
    // Not at once: some engines fetch it only later.
    setTimeout(() => URL.revokeObjectURL(url), 60_000);
  }
}

/** Once no worker could be started on this page, none is tried again. */
let workersFail = false;

/** Simulates in a worker; false if none could be started. */
function inWorker(study: Float64Array, tell: Tell, signal: AbortSignal): Promise<boolean> {
  return new Promise((done) => {
    let worker: Worker;
    try {
      worker = startWorker();
    } catch {
      return done(false);
    }
    let ready = false;
    const end = (started: boolean) => {
      worker.onmessage = worker.onerror = null;
      worker.terminate();
      done(started);
    };
    signal.addEventListener("abort", () => end(true));
    worker.onerror = (event) => {
      event.preventDefault(); // It is answered here, and is no error of the host page.
      if (ready) tell(null);
      end(ready);
    };
    worker.onmessage = ({ data }: MessageEvent<number | Float64Array | string>) => {
      if (typeof data === "string") {
        if (ready) tell(null);
        return end(ready);
      }
      if (!ready) {
        ready = true;
        worker.postMessage(study); // What was sent before it listens would be lost.
      }
      tell(data);
      if (typeof data !== "number") end(true);
    };
  });
}

async function inPage(study: Float64Array, tell: Tell, signal: AbortSignal): Promise<void> {
  tell("without worker");
  const { open } = (await import(address("worker.js"))) as Simulator;
  const simulation = await open(study);
  try {
    for (let done = 0; done < simulation.total; ) {
      const until = performance.now() + SLICE;
      while (done < simulation.total && performance.now() < until) done = simulation.step(STEP);
      await new Promise((next) => setTimeout(next));
      if (signal.aborted) return;
      tell(done);
    }
    tell(simulation.result());
  } finally {
    simulation.free();
  }
}

async function run(study: Float64Array, tell: Tell, signal: AbortSignal): Promise<void> {
  if (!workersFail) {
    if ((await inWorker(study, tell, signal)) || signal.aborted) return;
    workersFail = true;
  }
  await inPage(study, tell, signal);
}

/** Simulates a study once `rest` milliseconds have passed; what is returned ends that. */
export function simulate(study: Float64Array, rest: number, tell: Tell): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  const heard: Tell = (message) => {
    if (!signal.aborted) tell(message);
  };
  const timer = setTimeout(() => run(study, heard, signal).catch(() => heard(null)), rest);
  return () => {
    clearTimeout(timer);
    stop.abort();
  };
}
