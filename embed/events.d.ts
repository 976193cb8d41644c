// The calculator's events, known wherever an element is listened to.

import type { EventMap } from "./types";

declare global {
  interface HTMLElementEventMap extends EventMap {}
}
