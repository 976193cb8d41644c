// What xtask/src/package.rs writes: the addresses of the files, and the module of the calculator.
import type { Load } from "../element";
export const calculator: Load;
