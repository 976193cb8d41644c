// The glue that the build writes around the worker's program.
declare module "worker-glue" {
  export default function init(init: { module_or_path: URL }): Promise<unknown>;
  export class Simulation {
    constructor(study: Float64Array);
    step(count: number): number;
    readonly total: number;
    result(): Float64Array;
    free(): void;
  }
}
