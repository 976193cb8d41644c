// What a page and the calculator in its iframe say to each other. The first two messages go from
// window to window, all others over the port that comes with the second.

import type { EventMap } from "./types";

/** The version of all that is said. */
export const VERSION = 1;

/** From window to window: the page asks whether somebody is there; the calculator is, under a number
 * for this load of it; the page answers with a port. */
export type Greeting = "knock" | "hello" | "port";

/** Over the port: how high the calculator is, CSS pixels, or what it has told. */
export type Message =
  | { slc: 1; type: "height"; height: number }
  | { slc: 1; type: "event"; name: keyof EventMap; detail: object };

/** The most pixels that an iframe is made high. */
export const MOST_HEIGHT = 20_000;

/** The most characters of an event's detail as JSON. */
export const MOST_DETAIL = 200_000;

/** Whether a message is this greeting, of this version. */
export const is = (data: unknown, type: Greeting): boolean =>
  typeof data === "object" && data !== null &&
  (data as { slc?: unknown }).slc === VERSION && (data as { type?: unknown }).type === type;

/** A greeting to be sent. */
export const greeting = (type: Greeting): object => ({ slc: VERSION, type });
