// The worker that simulates. On a page that may have no worker the same script is imported.

import init, { Simulation } from "worker-glue"; // The build puts the program's glue here.

/** Simulations between two reports of progress. */
const SLICE = 500;

let ready: Promise<unknown> | undefined;
const started = (): Promise<unknown> =>
  (ready ??= init({ module_or_path: new URL("./worker.wasm", import.meta.url) }));

/** Opens the simulations of a study. */
export async function open(study: Float64Array): Promise<Simulation> {
  await started();
  return new Simulation(study);
}

function simulate(study: Float64Array): void {
  const simulation = new Simulation(study);
  for (let done = 0; done < simulation.total; ) {
    done = simulation.step(SLICE);
    postMessage(done);
  }
  postMessage(simulation.result());
}

/** Told, not thrown: a page that ends its worker while it loads would otherwise see an error. */
const failed = (error: unknown): void => postMessage(String(error));

if (typeof document === "undefined") {
  addEventListener("message", ({ data }: MessageEvent<Float64Array>) => {
    try {
      simulate(data);
    } catch (error) {
      failed(error);
    }
  });
  started().then(() => postMessage(0), failed);
}
