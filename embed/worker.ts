// The worker that simulates. On a page that may have no worker the same script is imported.

import init, { Simulation } from "worker-glue"; // The build puts the program's glue here.

/** How many are made before anything is told, for a picture that moves along. */
const FIRST = 1_000;
/** Between two looks at what else is wanted. */
const SLICE = 500;
/** Between two reports of progress. */
const PROGRESS = 2_500;

/** To make the first simulations of a study; then, by the same number, to make all the others or
    to end. */
export type Order = { id: number } & ({ study: Float64Array } | { on: boolean });

/** How far those of an order are, and what they say. */
export interface Reply {
  id: number;
  done: number;
  said?: Float64Array | undefined;
}

let ready: Promise<unknown> | undefined;
const started = (): Promise<unknown> =>
  (ready ??= init({ module_or_path: new URL("./worker.wasm", import.meta.url) }));

/** Opens the simulations of a study. */
export async function open(study: Float64Array): Promise<Simulation> {
  await started();
  return new Simulation(study);
}

/** The simulations that somebody still waits for, by their number, and how they go on. */
const wanted = new Map<number, () => void>();

const channel = new MessageChannel();
/** Who waits for his turn: calculators of a page share the worker. */
const turns: (() => void)[] = [];
channel.port1.onmessage = () => turns.shift()?.();
/** Lets the messages in that have come meanwhile. */
const turn = (): Promise<void> =>
  new Promise((next) => {
    turns.push(next);
    channel.port2.postMessage(0);
  });

async function simulate(id: number, study: Float64Array): Promise<void> {
  const simulation = new Simulation(study);
  const tell = (done: number, said?: Float64Array) => postMessage({ id, done, said });
  try {
    for (let done = 0; done < simulation.total; ) {
      done = simulation.step(done ? SLICE : FIRST);
      if (done === FIRST || done === simulation.total) tell(done, simulation.result());
      else if (done % PROGRESS === 0) tell(done);
      await (done === FIRST ? new Promise<void>((on) => wanted.set(id, on)) : turn());
      if (!wanted.has(id)) return;
    }
    wanted.delete(id);
  } finally {
    simulation.free();
  }
}

/** Told, not thrown: a page that ends its worker while it loads would otherwise see an error. */
const failed = (error: unknown): void => postMessage(String(error));

if (typeof document === "undefined") {
  addEventListener("message", ({ data }: MessageEvent<Order>) => {
    const { id } = data;
    if ("study" in data) {
      wanted.set(id, () => {});
      return void simulate(id, data.study).catch(failed);
    }
    const on = wanted.get(id);
    if (!data.on) wanted.delete(id);
    on?.();
  });
  started().then(() => postMessage(0), failed);
}
