// The calculator's page in an iframe: tells the page around it how high it is and what happens. It
// listens to its parent only, takes one port and nothing after it, and hears nothing over the port.

import { greeting, is, type Message, MOST_HEIGHT } from "./envelope";
import type { Config, EventMap } from "./types";

/** The origins that the config lets listen, if it names any; nobody, where it does not come. */
async function origins(config: string | null): Promise<string[] | undefined> {
  if (config === null) return undefined;
  try {
    const response = await fetch(new URL(config, document.baseURI));
    return ((await response.json()) as Config).origins;
  } catch {
    return [];
  }
}

let port: MessagePort | undefined;
let last = 0;
/** Whether the page that listens is one that the config names. */
let named = false;

const send = (message: Message): void => port?.postMessage(message);

/** Tells the height where it is another one than before. */
function measure({ offsetHeight }: HTMLElement): void {
  const height = Math.min(offsetHeight, MOST_HEIGHT);
  if (height === last || height === 0) return;
  last = height;
  send({ slc: 1, type: "height", height });
}

/** Shakes hands with the page around; gives what tells it of an event. */
export function tellParent(calculator: HTMLElement): (event: Event) => void {
  const listeners = origins(calculator.getAttribute("config"));
  const page = document.documentElement;
  const parent = window.parent;
  // It says nothing about anybody; whom it answers is looked at when the port comes.
  const id = Math.random();
  const hello = () => parent.postMessage({ ...greeting("hello"), id }, "*");
  const waiting: Message[] = [];
  const connect = async ({ origin, ports: [given] }: MessageEvent): Promise<void> => {
    const allowed = await listeners;
    if (port || !given || (allowed && !allowed.includes(origin))) return;
    port = given;
    named = allowed !== undefined;
    last = 0;
    measure(page);
    for (const message of waiting.splice(0)) send(message);
  };
  addEventListener("message", (event) => {
    if (event.source !== parent || port) return;
    if (is(event.data, "knock")) hello();
    else if (is(event.data, "port")) void connect(event);
  });
  new ResizeObserver(() => requestAnimationFrame(() => measure(page))).observe(page);
  hello();
  return (event) => {
    const { type: name, detail } = event as EventMap[keyof EventMap];
    if (name === "slc:lead") {
      // Only to a page that the config names; and whoever has it has taken it.
      if (!port || !named) return;
      event.preventDefault();
    }
    const message = { slc: 1, type: "event", name, detail } as Message;
    // The last of each kind is kept for a page that listens later.
    if (port) return send(message);
    const older = waiting.findIndex((other) => other.type === "event" && other.name === name);
    if (older >= 0) waiting.splice(older, 1);
    waiting.push(message);
  };
}
