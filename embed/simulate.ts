// Simulations off the main thread; where no worker may be started, in slices on it.

import { address } from "./files";
import { PAUSE } from "./pause";
import type { Order, Reply } from "./worker";

/** How far the simulations of a study are, and what they say; "without worker" once none could be
    started; null where they failed. */
export type Tell = (
  study: Float64Array,
  done: number | "without worker" | null,
  said?: Float64Array,
) => void;

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
/** Simulations between two reports of progress. */
const PROGRESS = 2_500;
/** How long the input has to rest before the main thread is taken, milliseconds. */
const REST_IN_PAGE = 400;

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

type Hear = (reply: Reply | null) => void;

/** Who waits for the worker, by the number of the order. */
const waiting = new Map<number, Hear>();
let orders = 0;

/** The page's one worker, once it listens; null where none may be started. */
let worker: Promise<Worker | null> | undefined;

function listen(): Promise<Worker | null> {
  return new Promise((ready) => {
    let started: Worker;
    try {
      started = startWorker();
    } catch {
      return ready(null);
    }
    let there = false;
    const broken = () => {
      started.terminate();
      if (!there) return ready(null);
      worker = undefined; // The next order tries another one.
      for (const hear of [...waiting.values()]) hear(null);
    };
    started.onerror = (event) => {
      event.preventDefault(); // It is answered here, and is no error of the host page.
      broken();
    };
    started.onmessage = ({ data }: MessageEvent<Reply | number | string>) => {
      if (typeof data === "string") return broken();
      if (typeof data === "object") return waiting.get(data.id)?.(data);
      there = true;
      ready(started);
    };
  });
}

/** Simulations under way: `moving` until the first of them are told; the others wait so many milliseconds. */
interface Run {
  moving: boolean;
  pause: number;
  end(): void;
}

/** The simulations of one calculator, of one study at a time. */
export class Simulations {
  #tell: Tell;
  #run: Run | undefined;
  #next: (() => void) | undefined;
  #study: Float64Array | undefined;

  constructor(tell: Tell) {
    this.#tell = tell;
  }

  /** Starts those of a study, once the first ones of the study before are told: while something
      is dragged there is always something to be seen. Those of the same study just go on. If the
      input `moves`, all beyond the first wait for it to rest. */
  start(study: Float64Array, moves: boolean): void {
    if (study.join() === this.#study?.join()) return;
    this.#study = study;
    const begin = () => this.#begin(study, moves ? PAUSE : 0);
    if (this.#run?.moving) this.#next = begin;
    else begin();
  }

  stop(): void {
    this.#end();
    this.#study = undefined;
  }

  #end(): void {
    this.#run?.end();
    this.#run = this.#next = undefined;
  }

  #begin(study: Float64Array, pause: number): void {
    this.#end();
    const ended = new AbortController();
    const run = { moving: true, pause, end: () => ended.abort() };
    this.#run = run;
    const hear: Tell = (...said) => {
      if (ended.signal.aborted) return;
      run.moving = false;
      const next = this.#next;
      this.#next = undefined;
      this.#tell(...said);
      if (this.#run === run) next?.();
    };
    this.#make(study, run, hear, ended.signal).catch(() => hear(study, null));
  }

  async #make(study: Float64Array, run: Run, hear: Tell, ended: AbortSignal): Promise<void> {
    const maker = await (worker ??= listen());
    if (ended.aborted) return;
    if (!maker) {
      run.moving = false;
      this.#tell(study, "without worker");
      return inPage(study, hear, ended);
    }
    const id = (orders += 1);
    const end = () => waiting.delete(id);
    const order = (order: Order) => maker.postMessage(order);
    ended.addEventListener("abort", () => end() && order({ id, on: false }));
    waiting.set(id, (reply) => {
      if (!reply || (reply.said && !run.moving)) end();
      else if (run.moving) setTimeout(() => waiting.has(id) && order({ id, on: true }), run.pause);
      if (reply) hear(study, reply.done, reply.said);
      else hear(study, null);
    });
    order({ id, study });
  }
}

async function inPage(study: Float64Array, tell: Tell, ended: AbortSignal): Promise<void> {
  const pause = (time: number) => new Promise((next) => setTimeout(next, time));
  await pause(REST_IN_PAGE);
  if (ended.aborted) return;
  const { open } = (await import(address("worker.js"))) as Simulator;
  const simulation = await open(study);
  try {
    let told = PROGRESS;
    for (let done = 0; done < simulation.total; ) {
      const until = performance.now() + SLICE;
      while (done < simulation.total && performance.now() < until) done = simulation.step(STEP);
      await pause(0);
      if (ended.aborted) return;
      if (done < told) continue;
      told += PROGRESS;
      tell(study, done);
    }
    tell(study, simulation.total, simulation.result());
  } finally {
    simulation.free();
  }
}
